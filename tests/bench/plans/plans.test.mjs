// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { contentFiles, MOST_CLAUSES } from "./content.mjs";

const files = (/** @type {number} */ clauses, /** @type {number} */ seed) => contentFiles({ clauses, seed, interfaces: {} });

test("the same seed gives the same plan, another seed another one", () => {
  assert.deepEqual(files(200, 7), files(200, 7));
  assert.notEqual(files(200, 7).get("plan.zh.md"), files(200, 8).get("plan.zh.md"));
});

test("clauses are about as long as those of the real plan", () => {
  const text = files(500, 1).get("plan.zh.md") ?? "";
  const clauses = text.split("\n").filter((line) => line.startsWith("("));
  assert.equal(clauses.length, 500);
  const length = clauses.join("").length / clauses.length;
  assert.ok(length > 80 && length < 100, `expected about 90 characters, found ${length}`);
});

test("refuses numbers of clauses that no numbering can reach", () => {
  for (const clauses of [0, MOST_CLAUSES + 1]) assert.throws(() => files(clauses, 1), RangeError);
});
