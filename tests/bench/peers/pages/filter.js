// @ts-check
// Plain JavaScript: every text is searched with `includes`, and all counts come from one pass.

/** @typedef {{ id: string, zh: string, en: string, tags: number[][] }} Item - `tags`: for each facet, the indices of its values */
/** @typedef {{ id: string, label: string, values: { id: string, label: string }[] }} Facet */
/** @typedef {Map<number, Set<number>>} Chosen - the chosen values of each facet that has any */

export class Filter {
  /** @param {Item[]} items @param {Facet[]} facets */
  constructor(items, facets) {
    this.items = items;
    this.facets = facets;
    this.texts = items.map(({ zh, en }) => `${zh}\n${en}`.toLowerCase());
  }

  /** Returns the indices of the items with all words of the query. @param {string} query */
  search(query) {
    const words = query.toLowerCase().split(" ").filter(Boolean);
    const found = [];
    for (let nth = 0; nth < this.texts.length; nth++) {
      if (words.every((word) => this.texts[nth].includes(word))) found.push(nth);
    }
    return found;
  }

  /**
   * Returns the items that match, and for each value how many items would be left if it alone were chosen in its facet.
   *
   * @param {string} query
   * @param {Chosen} chosen
   */
  run(query, chosen) {
    return this.count(this.search(query), chosen);
  }

  /** @param {number[]} searched @param {Chosen} chosen */
  count(searched, chosen) {
    const found = [];
    const counts = this.facets.map(({ values }) => new Array(values.length).fill(0));
    for (const nth of searched) {
      const { tags } = this.items[nth];
      let refusing = -1; // the one facet that refuses the item
      let refused = 0;
      for (const [facet, values] of chosen) {
        if (!tags[facet].some((value) => values.has(value))) {
          refusing = facet;
          refused++;
        }
      }
      if (refused === 0) found.push(nth);
      if (refused > 1) continue;
      for (let facet = refused ? refusing : 0; facet < (refused ? refusing + 1 : tags.length); facet++) {
        for (const value of tags[facet]) counts[facet][value]++;
      }
    }
    return { found, counts };
  }
}
