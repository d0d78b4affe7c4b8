// What Prototype.js 1.6 does to a page's own objects, written from its documentation: that library itself is not to be
// had from a package registry. Each line here has broken somebody's code.
(() => {
  const extend = (target, members) => {
    for (const name of Object.getOwnPropertyNames(members)) target[name] = members[name];
  };

  const toList = (source) => {
    if (!source) return [];
    if (source.toArray) return source.toArray();
    const length = source.length || 0;
    const result = new Array(length);
    for (let index = 0; index < length; index++) result[index] = source[index];
    return result;
  };
  const toJson = (value) => {
    if (value === null) return 'null';
    if (typeof value === 'function' || value === undefined) return undefined;
    if (typeof value !== 'object') return typeof value === 'string' ? value.toJSON() : String(value);
    if (value.toJSON) return value.toJSON();
    const members = [];
    for (const name in value) {
      const member = toJson(value[name]);
      if (member !== undefined) members.push(`${name.toJSON()}: ${member}`);
    }
    return `{${members.join(', ')}}`;
  };

  // These also list what is inherited.
  Object.keys = (object) => {
    const names = [];
    for (const name in object) names.push(name);
    return names;
  };
  Object.values = (object) => {
    const values = [];
    for (const name in object) values.push(object[name]);
    return values;
  };
  extend(Object, { extend, toJSON: toJson, clone: (object) => Object.extend({}, object) });

  // Takes no function, and knows no iterators.
  Array.from = toList;
  window.$A = toList;

  const nothing = {};
  const enumerable = {
    each(callback) {
      try {
        let index = 0;
        this._each((value) => callback(value, index++));
      } catch (thrown) {
        if (thrown !== nothing) throw thrown;
      }
      return this;
    },
    // The callback gets the value and its place, and nothing as third argument.
    collect(callback = (value) => value, context) {
      const results = [];
      this.each((value, index) => {
        results.push(callback.call(context, value, index));
      });
      return results;
    },
    detect(callback, context) {
      let found;
      this.each((value, index) => {
        if (!callback.call(context, value, index)) return;
        found = value;
        throw nothing;
      });
      return found;
    },
    findAll(callback, context) {
      const results = [];
      this.each((value, index) => {
        if (callback.call(context, value, index)) results.push(value);
      });
      return results;
    },
    all(callback = (value) => value, context) {
      let result = true;
      this.each((value, index) => {
        result = result && Boolean(callback.call(context, value, index));
        if (!result) throw nothing;
      });
      return result;
    },
    any(callback = (value) => value, context) {
      let result = false;
      this.each((value, index) => {
        result = Boolean(callback.call(context, value, index));
        if (result) throw nothing;
      });
      return result;
    },
    include(object) {
      return this.any((value) => value === object);
    },
    inject(memo, callback, context) {
      let result = memo;
      this.each((value, index) => {
        result = callback.call(context, result, value, index);
      });
      return result;
    },
    toArray() {
      return this.collect();
    },
    zip(...others) {
      return this.collect((value, index) => [value, ...others.map((other) => other[index])]);
    },
  };
  extend(Array.prototype, {
    ...enumerable,
    map: enumerable.collect,
    find: enumerable.detect,
    select: enumerable.findAll,
    filter: enumerable.findAll,
    member: enumerable.include,
    every: enumerable.all,
    some: enumerable.any,
    // An array of values, where the language has an iterator of pairs.
    entries: enumerable.toArray,
    _each: Array.prototype.forEach,
    // No folding: the only value, or the array.
    reduce() {
      return this.length > 1 ? this : this[0];
    },
    clear() {
      this.length = 0;
      return this;
    },
    first() {
      return this[0];
    },
    last() {
      return this[this.length - 1];
    },
    compact() {
      return this.findAll((value) => value !== null && value !== undefined);
    },
    flatten() {
      return this.inject([], (array, value) => array.concat(Array.isArray(value) ? value.flatten() : [value]));
    },
    without(...values) {
      return this.findAll((value) => !values.include(value));
    },
    clone() {
      return [].concat(this);
    },
    size() {
      return this.length;
    },
    inspect() {
      return `[${this.join(', ')}]`;
    },
    // A text, which JSON.stringify then puts into quotes once more.
    toJSON() {
      const results = [];
      for (const value of this) results.push(toJson(value));
      return `[${results.join(', ')}]`;
    },
  });

  extend(String.prototype, {
    toJSON() {
      return `"${this.replace(/["\\]/g, '\\$&')}"`;
    },
    toArray() {
      return this.split('');
    },
    include(pattern) {
      return this.indexOf(pattern) > -1;
    },
    startsWith(pattern) {
      return this.indexOf(pattern) === 0;
    },
    endsWith(pattern) {
      const at = this.length - pattern.length;
      return at >= 0 && this.lastIndexOf(pattern) === at;
    },
    strip() {
      return this.replace(/^\s+/, '').replace(/\s+$/, '');
    },
    sub(pattern, text) {
      return this.replace(pattern, text);
    },
    empty() {
      return String(this) === '';
    },
  });
  extend(Number.prototype, {
    toJSON() {
      return Number.isFinite(Number(this)) ? this.toString() : 'null';
    },
    times(callback) {
      for (let count = 0; count < this; count++) callback(count);
      return this;
    },
  });
  extend(Date.prototype, {
    toJSON() {
      return `"${this.toISOString()}"`;
    },
  });
  extend(RegExp.prototype, { match: RegExp.prototype.test });
  extend(Function.prototype, {
    bind(...bound) {
      if (bound.length < 2 && bound[0] === undefined) return this;
      const [object, ...first] = bound;
      return (...rest) => this.apply(object, first.concat(toList(rest)));
    },
    curry(...first) {
      const method = this;
      return function (...rest) {
        return method.apply(this, first.concat(rest));
      };
    },
    delay(seconds) {
      return window.setTimeout(() => this(), seconds * 1000);
    },
    wrap(wrapper) {
      const method = this;
      return function (...rest) {
        return wrapper.apply(this, [method.bind(this)].concat(rest));
      };
    },
  });

  // A function of its own in the place of the browser's class: nothing is an instance of it any more.
  const { Element } = window;
  window.Element = function NewElement(tag, attributes) {
    const element = document.createElement(tag);
    for (const name in attributes) element.setAttribute(name, attributes[name]);
    return element;
  };
  extend(window.Element, { Methods: {}, extend: (element) => element });

  const methods = {
    visible() {
      return this.style.display !== 'none';
    },
    hide() {
      this.style.display = 'none';
      return this;
    },
    show() {
      this.style.display = '';
      return this;
    },
    // Throws where there is no parent, and gives the element back.
    remove() {
      this.parentNode.removeChild(this);
      return this;
    },
    update(content) {
      this.textContent = content;
      return this;
    },
    replace(content) {
      this.parentNode.replaceChild(content, this);
      return this;
    },
    insert(content) {
      this.appendChild(content);
      return this;
    },
    match(selector) {
      return this.matches(selector);
    },
    select(selector) {
      return toList(this.querySelectorAll(selector));
    },
    up() {
      return this.parentNode;
    },
    down() {
      return this.firstElementChild;
    },
    next() {
      return this.nextElementSibling;
    },
    previous() {
      return this.previousElementSibling;
    },
    scrollTo() {
      window.scrollTo(0, this.offsetTop);
      return this;
    },
    wrap(wrapper) {
      this.parentNode.replaceChild(wrapper, this);
      wrapper.appendChild(this);
      return wrapper;
    },
    empty() {
      return this.innerHTML.strip() === '';
    },
    observe(type, handler) {
      this.addEventListener(type, handler);
      return this;
    },
    fire(type, memo) {
      this.dispatchEvent(Object.assign(new Event(type, { bubbles: true }), { memo }));
      return this;
    },
  };
  extend(Element.prototype, methods);
  extend(HTMLElement.prototype, methods);
  extend(HTMLInputElement.prototype, {
    activate() {
      this.focus();
      return this;
    },
    clear() {
      this.value = '';
      return this;
    },
    getValue() {
      return this.value;
    },
  });
  extend(Event.prototype, {
    stop() {
      this.preventDefault();
      this.stopPropagation();
      this.stopped = true;
    },
    element() {
      return this.target;
    },
  });
  window.Prototype = { Version: '1.6.0.3' };
  window.$ = (id) => document.getElementById(id);
})();
