/* How near a written number is to a printed one. */

/**
 * @typedef {import("./knowledge.js").Fact} Fact
 * @typedef {import("./tokens.js").Token} Token
 */

const EXACT = 1e-6;
const CLOSE = 0.05;
const ROUNDED = 0.15;

/**
 * @param {Token} token
 * @param {Fact} fact
 */
export function isSame(token, fact) {
  return token.values.some((value) => Math.abs(value - Math.abs(fact.value)) < EXACT);
}

/**
 * @param {Token} token
 * @param {Fact} fact
 */
export function isRounded(token, fact) {
  const value = Math.abs(fact.value);
  const away = Math.abs(token.values[0] - value);
  return away <= token.step * (token.about ? 1 : 0.5) && away <= value * ROUNDED;
}

/**
 * One digit is another, or it is not five in a hundred away.
 * @param {Token} token
 * @param {Fact} fact
 */
export function isNear(token, fact) {
  const value = Math.abs(fact.value);
  const [one, other] = [String(token.values[0]), String(value)];
  const wrong = Array.from(one).filter((digit, at) => digit !== other[at]).length;
  const slip = one.length === other.length && one.length > 2 && wrong === 1;
  return slip || Math.abs(token.values[0] - value) <= value * CLOSE;
}
