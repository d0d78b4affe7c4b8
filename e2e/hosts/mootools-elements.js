// What MooTools 1.2 to 1.4 adds to elements, events and JSON, written from its documentation; its core is loaded from
// the package, which was made for servers and has none of this.
(() => {
  const methods = {
    $family: () => 'element',
    inject(element, where = 'bottom') {
      if (where === 'bottom') element.appendChild(this);
      else element.parentNode.insertBefore(this, where === 'before' ? element : element.nextSibling);
      return this;
    },
    dispose() {
      return this.parentNode ? this.parentNode.removeChild(this) : this;
    },
    destroy() {
      this.dispose();
      return null;
    },
    empty() {
      while (this.firstChild) this.removeChild(this.firstChild);
      return this;
    },
    clone() {
      return this.cloneNode(true);
    },
    set(name, value) {
      this.setAttribute(name, value);
      return this;
    },
    get(name) {
      return name === 'tag' ? this.tagName.toLowerCase() : this.getAttribute(name);
    },
    match(selector) {
      return this.matches(selector);
    },
    getElement(selector) {
      return this.querySelector(selector);
    },
    addEvent(type, handler) {
      this.addEventListener(type, handler);
      return this;
    },
    fireEvent() {
      return this;
    },
    store() {
      return this;
    },
    retrieve(_, fallback) {
      return fallback;
    },
    appendText(text) {
      this.appendChild(document.createTextNode(text));
      return this;
    },
  };
  // All of them can be enumerated, on every element, on the document and on the window.
  for (const target of [Element.prototype, HTMLElement.prototype, Document.prototype, window]) {
    for (const name in methods) if (!(name in target)) target[name] = methods[name];
  }
  Event.prototype.stop = function () {
    this.preventDefault();
    this.stopPropagation();
    return this;
  };
  const { parse, stringify } = JSON;
  window.JSON = { parse, stringify, encode: stringify, decode: (text) => (text ? parse(text) : null) };
})();
