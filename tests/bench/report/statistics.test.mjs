// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { growth, median, quantile } from "./statistics.mjs";

test("quantiles lie between the values", () => {
  assert.equal(median([3, 1, 2]), 2);
  assert.equal(median([4, 1, 2, 3]), 2.5);
  assert.equal(quantile([0, 10], 0.95), 9.5);
  assert.equal(quantile([5], 0.99), 5);
});

test("the growth of known series is their exponent", () => {
  const sizes = [63, 1_000, 10_000, 100_000];
  for (const exponent of [0, 0.5, 1, 2]) {
    const found = growth(sizes.map((n) => [n, 3 * n ** exponent])) ?? NaN;
    assert.ok(Math.abs(found - exponent) < 1e-9, `expected ${exponent}, found ${found}`);
  }
});

test("the growth of a noisy linear series is near 1", () => {
  const found = growth([[1_000, 1.2], [10_000, 9], [100_000, 110]]) ?? NaN;
  assert.ok(Math.abs(found - 1) < 0.05, `${found}`);
});

test("one size has no growth", () => assert.equal(growth([[63, 1]]), undefined));
