// @ts-check
// Quantiles, and how a figure grows with the number of clauses.

/** Returns a quantile by interpolation. @param {readonly number[]} values @param {number} q - 0 to 1 */
export function quantile(values, q) {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (sorted.length - 1) * q;
  const [low, high] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
  return low + (high - low) * (at - Math.floor(at));
}

/** @param {readonly number[]} values */
export const median = (values) => quantile(values, 0.5);

/**
 * Returns the exponent k of the power law y = c · nᵏ that fits best: a straight line through the logarithms, by least
 * squares. 0 is constant, 1 linear, 2 quadratic. `undefined` with fewer than two points.
 *
 * @param {readonly (readonly [n: number, y: number])[]} points
 */
export function growth(points) {
  const logs = points.filter(([, y]) => y > 0).map(([n, y]) => [Math.log(n), Math.log(y)]);
  const mean = (/** @type {0 | 1} */ of) => logs.reduce((sum, point) => sum + point[of], 0) / logs.length;
  const [x, y] = [mean(0), mean(1)];
  const squares = logs.reduce((sum, point) => sum + (point[0] - x) ** 2, 0);
  return squares > 0 ? logs.reduce((sum, point) => sum + (point[0] - x) * (point[1] - y), 0) / squares : undefined;
}
