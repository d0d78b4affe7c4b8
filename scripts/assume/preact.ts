import type { Assumptions } from './assume.js';

/** Hooks for devtools and for libraries that extend Preact; nothing here sets one. */
const hooks = (...names: readonly string[]): Assumptions =>
  Object.fromEntries(names.map((name) => [name, 'undefined']));

/** Arguments that are passed on all the way down: no server-rendered page is taken over, no node is referred to, nothing waits for the end. */
const passedOn: Assumptions = {
  isHydrating: 'false',
  excessDomChildren: 'NULL',
  globalContext: 'undefined',
  refQueue: 'NULL',
  commitQueue: 'NULL',
};

/**
 * What the widgets do not use of Preact: taking over server-rendered pages, Suspense, portals, context, refs, error
 * boundaries, lifecycle methods beyond mount, update and unmount, `style` and `dangerouslySetInnerHTML`, MathML. The
 * script has therefore no `innerHTML` in it, which is what a policy with Trusted Types looks for.
 */
export const preact: Readonly<Record<string, Assumptions>> = {
  'preact/src/render.js': {
    ...hooks('options._root'),
    'parentDom.nodeType == 9': 'false',
    'vnode && vnode._flags & MODE_HYDRATE': '0',
    isHydrating: 'false',
    refQueue: 'NULL',
    commitQueue: 'NULL',
    'commitRoot(commitQueue, parentDom._children, refQueue)': 'undefined',
    // A shadow root is empty before it is drawn for the first time.
    'parentDom.firstChild ? slice.call(parentDom.childNodes) : NULL': 'NULL',
    'parentDom.firstChild': 'NULL',
  },
  'preact/src/create-element.js': {
    ...hooks('options.vnode'),
    "i == 'ref' && typeof type != 'function'": 'false',
    VNODE_MARKER: 'void 0',
  },
  'preact/src/component.js': {
    'BaseComponent.prototype.setState': 'undefined',
    'BaseComponent.prototype.forceUpdate': 'undefined',
    'BaseComponent.prototype.render': 'undefined',
    'this.context': 'undefined',
    'vnode.props._parentDom': 'undefined',
  },
  'preact/src/diff/catch-error.js': {
    // The element itself is the boundary (shared/element/define.ts).
    'vnode = vnode._parent': 'undefined',
    'resetRenderCount()': 'undefined',
  },
  'preact/src/diff/children.js': {
    ...passedOn,
    'oldVNode.ref != childVNode.ref || oldVNode._flags & REF_DETACHED': 'false',
    'childVNode.ref': 'undefined',
    'childVNode.constructor === String': 'false',
    // Nothing stands in two places.
    'childVNode.constructor === VNODE_MARKER && childVNode._depth': '!1',
    'childVNode._depth': 'undefined',
    'parentVNode.props._parentDom': 'undefined',
    // Marks of a server; there are no comments in our shadow roots.
    'next && next.nodeType == 8': 'false',
    // Moves as Preact 10 did: some nodes more, by less code.
    'moved = 1': 'childVNode._flags |= INSERT_VNODE',
    // Searches from the end and no more from where it is: the lists are short, and keys occur once.
    'x = skewedIndex - 1': 'x = oldChildren.length - 1',
    'x = skewedIndex + 1': 'void 0',
    'x < oldChildren.length': '!1',
    moved: '!1',
    'oldDom.nodeType == 8': 'false',
  },
  'preact/src/diff/index.js': {
    ...passedOn,
    ...hooks(
      'tmp = options._diff',
      'tmp = options.diffed',
      'options._render',
      'options._commit',
      'options.unmount',
      'options._hydrationMismatch',
    ),
    'oldVNode._flags & MODE_SUSPENDED': '0',
    resumed: 'undefined',
    'newVNode._flags &= RESET_MODE': 'newVNode._flags',
    '!skipRemove && (r = vnode._component) && (r = r._excess) && (end = rangeEnd(r, (nodes = [])))': 'false',
    'r = vnode._component': 'void 0',
    'tmp = newType.contextType': 'undefined',
    'tmp && globalContext[tmp._id]': 'undefined',
    'tmp ? provider ? provider.props.value : tmp._defaultValue : globalContext': 'undefined',
    provider: 'undefined',
    'c._globalContext': 'undefined',
    'c.getChildContext': 'undefined',
    'c._bits & COMPONENT_PROCESSING_EXCEPTION': '0',
    // Views are plain functions, called before anything is compared: what is no element is a fragment.
    isClassComponent: 'false',
    'c = oldVNode._component': '!0',
    'c.render(c.props, (c.state = c._nextState), c.context)': 'newProps.children',
    'catch e': '',
    'c._vnode': 'undefined',
    'c.props': 'void 0',
    '(tmp = newType.prototype) && tmp.render': 'undefined',
    'newVNode._original == oldVNode._original && !(c._bits & COMPONENT_DIRTY)': 'false',
    'c.componentWillUpdate': 'undefined',
    'c.shouldComponentUpdate': 'undefined',
    'c._bits & COMPONENT_DIRTY && ++count < 25': 'false',
    'c._renderCallbacks.length': '0',
    'newVNode._component': 'undefined',
    'c._renderCallbacks': 'undefined',
    'c._stateCallbacks': 'undefined',
    'c._bits': 'undefined',
    'c.state': 'undefined',
    'c._nextState': 'undefined',
    'c.context': 'undefined',
    componentContext: 'undefined',
    'c._parentDom': 'undefined',
    'r._parentDom': 'undefined',
    'r.componentWillUnmount': 'undefined',
    'commitQueue.length': 'undefined',
    'parentDom.ownerDocument || document': 'parentDom.ownerDocument',
    'newProps._parentDom': 'undefined',
    'tmp && tmp.type === Fragment && tmp.key == NULL ? tmp.props.children : tmp': 'tmp',
    // All there is to draw comes from our own views.
    'newVNode.constructor !== VNODE_MARKER': 'false',
    'vnode.props._parentDom': 'undefined',
    'i < refQueue.length': 'false',
    'r = vnode.ref': 'undefined',
    "nodeType == 'math'": 'false',
    'namespace == MATH_NAMESPACE && MATHML_TOKEN_ELEMENTS.test(nodeType)': 'false',
    "nodeType == 'foreignObject'": 'false',
    "nodeType == 'template' && dom.content": 'false',
    "nodeType == 'textarea'": 'false',
    "nodeType == 'progress' && inputValue == NULL": 'false',
    "nodeType == 'progress' && !inputValue": 'false',
    // No registry of its own: the one of a parent that came from another document is refused there (Chromium 156).
    'newProps.is ? newProps : parentDom': 'void 0',
    "i == 'dangerouslySetInnerHTML'": 'false',
    newHtml: 'undefined',
    oldHtml: 'undefined',
    "i == 'value' && 'defaultValue' in newProps": 'false',
    "i == 'checked' && 'defaultChecked' in newProps": 'false',
    "i == 'checked'": 'false',
    checked: 'undefined',
    "i = 'checked'": '!0',
  },
  'preact/src/diff/props.js': {
    ...hooks('options.event'),
    "name == 'style'": 'false',
    // All but a control's value is an attribute.
    'name in dom': "name == 'value'",
    'namespace == SVG_NAMESPACE': '!1',
    'catch e': '',
    "name != 'href'": '!0',
    "name != 'role'": '!0',
    "name[0] < 'a'": 'true',
    "name = name.replace(/xlink(H|:h)/, 'h').replace(/sName$/, 's')": 'name',
    ...Object.fromEntries(
      ['width', 'height', 'tabIndex', 'list', 'form', 'download', 'rowSpan', 'colSpan', 'popover'].map((name) => [
        `name != '${name}'`,
        'true',
      ]),
    ),
    "name == 'popover' && value == true": 'false',
    // Nothing begins to listen while the event is on its way up.
    'e[EVENT_DISPATCHED] == NULL': '!0',
    'e[EVENT_DISPATCHED]': 'void 0',
    '(dom._attached || (dom._attached = {}))[name]': 'undefined',
    "typeof value == 'function'": 'false',
    // A listener is a function, or there is none.
    "typeof value != 'function'": '!1',
    "typeof oldValue != 'function'": '!1',
    useCapture: 'undefined',
  },
};
