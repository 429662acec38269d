// Everything goes in as text, never as markup.
export function h(tag, properties, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties || {})) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (name === 'value') element.value = value;
    else if (name === 'style') for (const [property, set] of Object.entries(value)) element.style.setProperty(property, set);
    else element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.flat(4).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

export const button = (id, text, onclick, more) => h('button', { type: 'button', id, onclick, ...more }, text);
export const byId = (id) => document.getElementById(id);

/** A table whose cells may be elements; the first of each row heads it. */
export function table(caption, columns, rows, kind) {
  return h('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': caption },
    h('table', { class: kind }, h('caption', { class: 'unseen' }, caption),
      h('thead', {}, h('tr', {}, columns.map((column) => h('th', { scope: 'col', class: column.number && 'number' }, column.text ?? column)))),
      h('tbody', {}, rows.map((row) => h('tr', {}, row.map((cell, i) =>
        (i ? h('td', { class: columns[i].number && 'number', 'data-label': columns[i].text ?? columns[i] }, cell ?? '') : h('th', { scope: 'row' }, cell)))))),
    ));
}

export function select(id, label, options, value, onchange) {
  const list = h('select', { id, onchange: (event) => onchange(event.target.value) },
    options.map((option) => (option.options
      ? h('optgroup', { label: option.label }, option.options.map((one) => h('option', { value: one.value, selected: one.value === value }, one.label)))
      : h('option', { value: option.value, selected: option.value === value }, option.label))));
  return h('div', { class: 'field' }, h('label', { for: id }, label), list);
}

/** Replaces the children of a place and leaves the cursor where it is. */
export function fill(place, ...children) {
  const focused = document.activeElement?.id;
  place.replaceChildren(...children.flat(3).filter(Boolean));
  const back = focused && document.activeElement?.id !== focused && byId(focused);
  if (back && place.contains(back)) back.focus({ preventScroll: true });
}
