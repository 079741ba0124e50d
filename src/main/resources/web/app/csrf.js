// The token that a write of this session carries: each page has it, with the button to sign out.
export const CSRF = 'csrf';

export const csrf = () => [CSRF, document.querySelector(`.account [name=${CSRF}]`).value];
