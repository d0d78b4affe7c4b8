import type { Assumptions } from './assume.js';

/** Hooks for devtools and for libraries that extend Preact; nothing here sets one. */
const hooks = (...names: readonly string[]): Assumptions =>
  Object.fromEntries(names.map((name) => [name, 'undefined']));

/** Arguments that are passed on all the way down: no server-rendered page is taken over, no node is referred to, nothing waits for the end. */
const passedOn: Assumptions = Object.fromEntries(
  ['isHydrating', 'excessDomChildren', 'globalContext', 'namespace', 'refQueue', 'commitQueue'].map((name) => [
    `(${name})`,
    '',
  ]),
);

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
    'commitRoot(commitQueue, parentDom._children, refQueue)': 'undefined',
    // A shadow root is empty before it is drawn for the first time.
    'oldVNode ? NULL : parentDom.firstChild ? slice.call(parentDom.childNodes) : NULL': '',
    'oldVNode ? oldVNode._dom : parentDom.firstChild': 'parentDom.firstChild',
    'parentDom.namespaceURI': '',
    '(EMPTY_OBJ)': '',
    '(isHydrating)': '',
    '(refQueue)': '',
    '(commitQueue)': '',
    // Forgotten a moment later, when there is another tree.
    'parentDom._children.props.children = NULL': 'undefined',
  },
  'preact/src/create-element.js': {
    "i == 'ref' && typeof type != 'function'": 'false',
    'createVNode(type, normalizedProps, key, ref, NULL)': 'createVNode(type, normalizedProps, key)',
    // Children are a list, however many there are.
    '(children)': '...children',
    'length > 2': '!0',
    'length > 3 ? slice.call(arguments, 2) : children': 'children',
    '(ref)': '',
    '(original)': '',
    // There is nothing but elements and texts of our own views, each in one place. The rest begins as `undefined`.
    'ref:': '',
    '_children:': '',
    '_parent:': '',
    '_depth:': '',
    '_dom:': '',
    '_component:': '',
    'constructor:': '',
    '_original:': '',
    '_index:': '',
    '_flags:': '',
    '!original && options.vnode': 'false',
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
    'childVNode.constructor === String': 'false',
    // Nothing stands in two places.
    'childVNode.constructor === VNODE_MARKER && childVNode._depth': '!1',
    'childVNode._depth': 'undefined',
    // What was drawn before has an origin, and what is new stands nowhere.
    '!oldVNode || !oldVNode._original': '!oldVNode',
    'insert(childVNode, oldDom, parentDom, !oldVNode._original)':
      'insert(childVNode, oldDom?.parentNode && oldDom, parentDom)',
    '(isMounting)': '',
    '!isMounting && parentDom.moveBefore': 'parentDom.moveBefore',
    'unmount(oldVNode, oldVNode)': 'unmount(oldVNode)',
    "typeof parentVNode.type == 'function'": 'false',
    // Marks of a server; there are no comments in our shadow roots.
    'next && next.nodeType == 8': 'false',
    // Looks first behind the last one that was found again, then from the end: the lists are short, and keys occur once.
    'i + skew': 'skew++',
    'remainingOldChildren--': '(skew = matchingIndex + 1)',
    // Two may take the same gap for their own, so what is left cannot be told by counting.
    'if remainingOldChildren': '!0',
    'remainingOldChildren > (matched ? 1 : 0)': '!0',
    '(remainingOldChildren)': '',
    'newChildren[i] = NULL': '(newChildren[i] = NULL, skew++)',
    'skew--': 'void 0',
    'skew++': 'void 0',
    // What was there before is moved if it is not already in place: some nodes more than the fewest, by less code. A
    // fragment has put its own nodes there. A text that a translator has taken away stays away.
    'matchingIndex == skewedIndex - 1': '!1',
    'matchingIndex == skewedIndex + 1': '!1',
    'matchingIndex != skewedIndex': '!1',
    'childVNode._flags |= INSERT_VNODE': 'void 0',
    'childVNode._flags & INSERT_VNODE':
      'childVNode.type != Fragment && (oldVNode === EMPTY_OBJ || childVNode.type || newDom.parentNode)',
    "typeof childVNode.type == 'function' && result !== UNDEFINED": 'childVNode.type',
    // So it comes out right wherever it begins; it begins where the fewest nodes are moved.
    'if oldVNode._dom': '!1',
    'oldDom = getDomSibling(oldVNode)': 'oldDom = oldDom?.nextSibling',
    'newParentVNode._dom = firstChildDom': 'void 0',
    'firstChildDom = firstChildDom || newDom': 'void 0',
    'if newDom': '!0',
    'newDom.nextSibling': 'null',
    'if oldDom && !oldDom.parentNode': '!1',
    'oldDom && oldDom.nextSibling': 'oldDom.nextSibling',
    'childVNode._parent': 'undefined',
    'oldVNode = NULL': 'void 0',
    // The only flag there is.
    'oldVNode._flags & MATCHED': 'oldVNode._flags',
    'oldVNode._flags |= MATCHED': 'oldVNode._flags = !0',
    '(newChildrenLength)': '',
    'constructNewChildrenArray: newChildrenLength': 'renderResult.length',
    '(~childVNode._index && oldChildren[childVNode._index]) || EMPTY_OBJ':
      'oldChildren[childVNode._index] || EMPTY_OBJ',
    "typeof childVNode == 'function'": 'false',
    'x = skewedIndex - 1': 'x = oldChildren.length - 1',
    'x = skewedIndex + 1': 'void 0',
    'x < oldChildren.length': '!1',
    moved: '!1',
    // Each view makes its nodes anew, so what is said of one is said once.
    'childVNode._flags |= LIS_CANDIDATE': 'void 0',
    'childVNode._flags &= ~(INSERT_VNODE | LIS_CANDIDATE)': 'void 0',
    'oldDom.nodeType == 8': 'false',
  },
  'preact/src/diff/index.js': {
    ...passedOn,
    isHydrating: 'false',
    excessDomChildren: 'NULL',
    globalContext: 'undefined',
    refQueue: 'NULL',
    commitQueue: 'NULL',
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
    '(parentVNode)': '',
    // What is inside of a node goes with it.
    'r = vnode._children': 'vnode.type == Fragment && (r = vnode._children)',
    "unmount( r[i], parentVNode, typeof vnode.type == 'function' ? skipRemove && !vnode.props._parentDom : true )":
      'unmount(r[i])',
    'if !skipRemove': '!r',
    'vnode._dom = vnode._component = vnode._parent = NULL': 'void 0',
    'removeNode(vnode._dom)': 'vnode._dom?.remove()',
    'oldVNode._children && getDomSibling(oldVNode, 0)': 'dom.firstChild',
    "typeof newType == 'function'": 'newType == Fragment',
    'diffElementNodes: parentDom': 'dom',
    'isArray(newChildren) ? newChildren : [newChildren]': 'newChildren',
    'isArray(renderResult) ? renderResult : [renderResult]': 'newProps.children',
    // The namespace is inherited, but for the one element that begins another. No registry of its own: the one of a parent
    // that came from another document is refused there (Chromium 156).
    'doc.createElementNS( namespace, nodeType, newProps.is ? newProps : parentDom )':
      "doc.createElementNS(nodeType == 'svg' ? SVG_NAMESPACE : parentDom.namespaceURI || XHTML_NAMESPACE, nodeType)",
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
    'c.render(c.props, (c.state = c._nextState), c.context)': 'void 0',
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
    'i < refQueue.length': 'false',
    'r = vnode.ref': 'undefined',
    "nodeType == 'svg'": '!1',
    '!namespace': '!1',
    'namespace = SVG_NAMESPACE': 'void 0',
    'namespace = XHTML_NAMESPACE': 'void 0',
    "nodeType == 'math'": 'false',
    'namespace == MATH_NAMESPACE && MATHML_TOKEN_ELEMENTS.test(nodeType)': 'false',
    "nodeType == 'foreignObject'": 'false',
    "nodeType == 'textarea'": 'false',
    "nodeType == 'progress' && inputValue == NULL": 'false',
    "nodeType == 'progress' && !inputValue": 'false',
    "i == 'dangerouslySetInnerHTML'": 'false',
    newHtml: 'undefined',
    oldHtml: 'undefined',
    "i == 'value' && 'defaultValue' in newProps": 'false',
    "i == 'checked' && 'defaultChecked' in newProps": 'false',
    "i == 'checked'": 'false',
    checked: 'undefined',
    "i = 'checked'": '!0',
    "i = 'value'": '!0',
    'inputValue !== dom[i]': 'inputValue !== dom.value',
    'setProperty(dom, i, inputValue, oldProps[i], namespace)': 'dom.value = inputValue',
  },
  'preact/src/diff/props.js': {
    ...hooks('options.event'),
    "name[0] == 'o' && name[1] == 'n'": "typeof value == 'function'",
    "name == 'style'": 'false',
    // All but a control's value is an attribute.
    'name in dom': '!1',
    'namespace == SVG_NAMESPACE': '!1',
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
    // A node listens as long as it is there, and nothing begins to while the event is on its way up.
    '(dom._listeners || (dom._listeners = {}))[name] = value':
      '(dom._listeners ||= {})[(name = name.slice(2).toLowerCase())] = value',
    '!value || !oldValue': '!oldValue',
    'if value': '!0',
    'eventProxies[name] || (eventProxies[name] = createEventProxy(name))':
      '(event) => dom._listeners[event.type](event)',
    'name = name.slice(2)': 'void 0',
    'name = name.toLowerCase()': 'void 0',
    '(dom._attached || (dom._attached = {}))[name]': 'undefined',
    "typeof value == 'function'": 'false',
    // A listener is a function, or there is none.
    "typeof value != 'function'": '!1',
    "typeof oldValue != 'function'": '!1',
    useCapture: 'undefined',
    '(useCapture)': '',
  },
};
