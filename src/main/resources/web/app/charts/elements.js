// Elements, made and filled.
export function element(name, className = '', text = '') {
  return Object.assign(document.createElement(name), { className, textContent: text });
}

// Writes only what is new: what is written anew would be laid out anew.
export function put(target, text) {
  if (target.textContent !== text) target.textContent = text;
}
