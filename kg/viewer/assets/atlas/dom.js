// Making elements. Names come from files, so they only ever become text, never markup.

/** Return a new element with text, in a parent, with attributes or listeners. */
export function element(tag, text = "", parent = null, properties = {}) {
  const made = document.createElement(tag);
  if (text) made.textContent = text;
  for (const [name, value] of Object.entries(properties)) {
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (name === "className") made.className = value;
    else if (value !== false && value !== null) made.setAttribute(name, value === true ? "" : value);
  }
  if (parent) parent.append(made);
  return made;
}

/** Return a button that does something. */
export function button(text, parent, onclick, properties = {}) {
  return element("button", text, parent, { type: "button", onclick, ...properties });
}

/** Add a choice among names, as a labelled list to choose from. */
export function choice(label, options, value, parent, onchange) {
  const field = element("label", `${label} `, parent, { className: "field" });
  const select = element("select", "", field, { onchange: () => onchange(select.value) });
  for (const [name, words] of Object.entries(options)) element("option", words, select, { value: name });
  select.value = value;
  return select;
}

/** Show a list of which the first few are seen, and a button for more. */
export function longList(rows, parent, add, first = 6) {
  const list = element("ul", "", parent);
  let shown = 0;
  const more = button("", parent, () => extend(Math.max(20, first)), { className: "more" });
  const extend = async (count) => {
    const some = rows.slice(shown, shown + count);
    shown += some.length;
    more.hidden = shown >= rows.length;
    more.textContent = `${(rows.length - shown).toLocaleString("en-US")} more`;
    for (const row of some) await add(row, list);
  };
  return extend(first);
}

/**
 * Note where the focus is in some parts of the page that are about to be made anew.
 *
 * Returns a function that puts it back: on the element of the same words, else on the one
 * in the same place, else on the part itself. So it is never lost.
 */
export function rememberFocus(parts) {
  const active = document.activeElement;
  const part = parts.find((each) => each !== active && each.contains(active));
  if (!part) return () => {};
  const all = () => [...part.querySelectorAll("button, input, select, [tabindex]")];
  const same = (one) => `${one.tagName}${one.type}${one.getAttribute("aria-label") ?? ""}${one.tagName === "SELECT" ? one.parentElement.firstChild.textContent : one.textContent}`;
  const at = all().indexOf(active), key = same(active);
  return () => {
    if (part.hidden || document.activeElement !== document.body) return;
    const now = all();
    (now[at] && same(now[at]) === key ? now[at] : now.find((one) => same(one) === key) ?? part).focus({ preventScroll: true });
  };
}

/** Copy a text, and say so. */
export async function copy(text, say) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const area = element("textarea", text, document.body);
    area.select();
    document.execCommand("copy");
    area.remove();
  }
  say(`Copied: ${text.length > 80 ? `${text.slice(0, 79)}…` : text}`);
}

/** Give a file to the reader to keep. */
export function save(name, content, type) {
  const address = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type }));
  element("a", "", null, { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
