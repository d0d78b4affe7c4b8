// The blocks in the editor. Without a build step: it uses what WordPress itself puts into `window.wp`.
(() => {
  const { registerBlockType } = window.wp.blocks;
  const { InspectorControls, useBlockProps } = window.wp.blockEditor;
  const { ExternalLink, PanelBody, Placeholder, SelectControl, TextControl, ToggleControl } = window.wp.components;
  const { createElement } = window.wp.element;
  const { blocks, endpoint, isComplete, settingsUrl, texts } = window.hasoffersWidgetsEditor;

  for (const [name, { tag, attributes }] of Object.entries(blocks)) {
    registerBlockType(name, {
      edit: (props) =>
        createElement(
          'div',
          useBlockProps(),
          createElement(Controls, { attributes, ...pick(props) }),
          isComplete ? createElement(Preview, { tag, attributes, values: props.attributes }) : createElement(Missing),
        ),
      // The server renders the block: what is stored are its settings alone.
      save: () => null,
    });
  }

  function pick({ attributes: values, setAttributes }) {
    return { values, setAttributes };
  }

  /** The element itself, with live data. It takes no clicks and no focus: those select the block. */
  function Preview({ tag, attributes, values }) {
    const missing = Object.entries(attributes).find(([property, { required }]) => required && !values[property]);
    if (missing) return createElement(Placeholder, { label: missing[1].label, instructions: texts.required });
    const props = { endpoint: new URL(endpoint, window.location.origin).href, loading: 'eager' };
    for (const [property, { name, kind }] of Object.entries(attributes)) {
      const value = values[property];
      if (name !== 'loading' && value) props[name] = kind === 'flag' ? '' : value;
    }
    return createElement('div', { inert: '' }, createElement(tag, props));
  }

  function Missing() {
    const action = settingsUrl ? createElement(ExternalLink, { href: settingsUrl }, texts.enter) : texts.ask;
    return createElement(Placeholder, { label: 'HasOffers', instructions: texts.incomplete }, action);
  }

  function Controls({ attributes, values, setAttributes }) {
    const toControl = ([property, attribute]) =>
      createElement(Control, {
        key: property,
        attribute,
        value: values[property],
        // What is empty is not stored, so that the element's own default counts.
        onChange: (value) => setAttributes({ [property]: value || undefined }),
      });
    const own = Object.entries(attributes).filter(([, { common }]) => !common);
    const common = Object.entries(attributes).filter(([, attribute]) => attribute.common);
    return createElement(
      InspectorControls,
      null,
      createElement(PanelBody, { title: texts.settings }, own.map(toControl)),
      createElement(PanelBody, { title: texts.general, initialOpen: false }, common.map(toControl)),
    );
  }

  function Control({ attribute, value, onChange }) {
    const { label, help, kind, words, min, max } = attribute;
    const shared = { label, help, onChange, __nextHasNoMarginBottom: true };
    const unset = attribute.default ? texts.default.replace('%s', attribute.default) : texts.unset;
    if (kind === 'flag') return createElement(ToggleControl, { ...shared, checked: value === true });
    const sized = { ...shared, value: value ?? '', __next40pxDefaultSize: true };
    if (kind === 'word') {
      const options = [{ value: '', label: unset }, ...words.map((word) => ({ value: word, label: word }))];
      return createElement(SelectControl, { ...sized, options });
    }
    const placeholder = attribute.default ?? '';
    return createElement(TextControl, {
      ...sized,
      placeholder,
      ...(kind === 'number' && { type: 'number', min, max }),
    });
  }
})();
