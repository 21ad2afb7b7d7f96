// @ts-check
// Runs in each measured page before its own scripts: finds the controls, uses them, and measures until the answer is painted.

(() => {
  /** @typedef {{ field(): HTMLInputElement | null, box(facet: string, value: string): HTMLElement | null, isChosen(box: HTMLElement): boolean, status(): string, ids(): string[], query?: string }} Probe - with `query`, filters need a query, and the counts are not exact */

  const text = (/** @type {string} */ selector) => document.querySelector(selector)?.textContent ?? "";
  const ids = (/** @type {string} */ selector) => Array.from(document.querySelectorAll(selector), ({ id }) => id);
  const isChecked = (/** @type {any} */ box) => box.checked;
  const checkbox = (/** @type {string} */ facet, /** @type {string} */ value) => `input[type=checkbox][name="${facet}"][value="${value}"]`;
  const last = () => /** @type {any} */ ([...document.querySelectorAll("clause-explorer")].at(-1))?.shadowRoot;
  const facets = () => JSON.parse(text("#facets") || "[]");

  /** @type {Record<string, Probe>} */
  const PROBES = {
    ours: {
      field: () => last()?.querySelector("input[part~=search]") ?? null,
      box: (facet, value) => last()?.querySelector(checkbox(facet, value)) ?? null,
      isChosen: isChecked,
      status: () => last()?.querySelector("[part~=status][role=status]")?.textContent ?? "",
      ids: () => Array.from(last()?.querySelectorAll("article[part~=clause]") ?? [], ({ id }) => id),
    },
    plain: {
      field: () => document.querySelector("input[type=search]"),
      box: (facet, value) => document.querySelector(checkbox(facet, value)),
      isChosen: isChecked,
      status: () => text("[role=status]"),
      ids: () => ids("ol > li, .tabulator-row"),
    },
    datatables: {
      field: () => document.querySelector(".dt-search input"),
      box(facet, value) {
        if (facets().length === 0) return null;
        const { label, values } = facets().find((/** @type {any} */ { id }) => id === facet);
        const pane = document.querySelector(`.dtsp-paneInputButton[placeholder="${label}"]`)?.closest(".dtsp-searchPane");
        const names = pane?.querySelectorAll(".dtsp-name") ?? [];
        const wanted = values.find((/** @type {any} */ { id }) => id === value).label;
        return Array.from(names).find((name) => name.textContent === wanted)?.closest("td") ?? null;
      },
      isChosen: (box) => box.parentElement?.classList.contains("selected") ?? false,
      status: () => text(".dt-info"),
      ids: () => ids("#app tbody tr[id]"),
    },
    instantsearch: {
      field: () => document.querySelector(".ais-SearchBox-input"),
      box: (_, value) => document.querySelector(`.ais-RefinementList-checkbox[value="${value}"]`),
      isChosen: isChecked,
      status: () => text(".ais-Stats-text"),
      ids: () => ids(".ais-Hits-item > article"),
    },
    pagefind: {
      field: () => document.querySelector(".pagefind-ui__search-input"),
      box: (facet, value) => document.querySelector(`.pagefind-ui__filter-checkbox[name="${facet}"][value="${value}"]`),
      isChosen: isChecked,
      status: () => (document.querySelector(".pagefind-ui__drawer.pagefind-ui__hidden") ? "" : text(".pagefind-ui__message")),
      query: "cooperation",
      ids: () => Array.from(document.querySelectorAll(".pagefind-ui__result-link"), (link) => decodeURIComponent(link.getAttribute("href")?.split("#")[1] ?? "")),
    },
  };

  /** How long an answer may take, in milliseconds. */
  const LIMIT = 20_000;

  /** Returns the number in a status; an empty text has none. @param {string} status */
  function count(status) {
    if (/^\s*no /i.test(status)) return 0;
    const [digits] = /\d[\d,.\u00a0\u202f]*/.exec(status) ?? [];
    return digits ? Number(digits.replace(/\D/g, "")) : null;
  }

  const nextFrame = () => new Promise(requestAnimationFrame);
  /** Returns when the frame that follows has been painted. */
  const painted = () => nextFrame().then(() => new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => done(undefined);
    port2.postMessage(undefined);
  }));

  class Bench {
    /** @param {Probe} probe */
    constructor(probe) {
      this.probe = probe;
    }

    count() {
      return count(this.probe.status());
    }

    /** Returns when a value has been chosen and its number is shown, in milliseconds from the navigation. @param {string} facet @param {string} value @param {number} expected */
    async filterWorks(facet, value, expected) {
      const { query } = this.probe;
      if (query) {
        while (!this.probe.field()) await nextFrame();
        await this.type(query, null);
      }
      const before = this.probe.status();
      while (query ? this.probe.status() === before : this.count() !== expected) {
        const box = this.probe.box(facet, value);
        if (box && !this.probe.isChosen(box)) box.click();
        await nextFrame();
      }
      await painted();
      const time = performance.now();
      while (performance.getEntriesByName("first-contentful-paint").length === 0) await nextFrame();
      return time;
    }

    /** Does something, and returns the milliseconds until the answer is painted. @param {() => void} act @param {() => boolean} isAnswered */
    async until(act, isAnswered) {
      const start = performance.now();
      act();
      for (;;) {
        await painted();
        const time = performance.now() - start;
        if (isAnswered()) return time;
        if (time > LIMIT) return null;
      }
    }

    /** Replaces the query as a keyboard or an input method does. @param {string} query @param {number | null} expected */
    type(query, expected) {
      const field = /** @type {HTMLInputElement} */ (this.probe.field());
      const inputType = query ? "insertText" : "deleteContentBackward";
      const isAnswered = () => (this.probe.query ? (query ? this.probe.status().includes(query) && !/^\s*searching/i.test(this.probe.status()) : this.probe.status() === "") : this.count() === expected);
      return this.until(() => {
        field.value = query;
        field.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true, inputType }));
      }, isAnswered);
    }

    /** Turns a value of a facet on or off. @param {string} facet @param {string} value @param {number} expected */
    toggle(facet, value, expected) {
      const box = this.probe.box(facet, value);
      const before = this.probe.status();
      return box ? this.until(() => box.click(), () => (this.probe.query ? this.probe.status() !== before : this.count() === expected)) : null;
    }

    /** Returns the identifiers of all rows in the document, once their number no longer changes. @param {string} query */
    async found(query) {
      const field = /** @type {HTMLInputElement} */ (this.probe.field());
      field.value = query;
      field.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
      let [before, still] = ["", 0];
      for (let frames = 0; still < 6 && frames < 300; frames++) {
        await painted();
        const now = `${this.count()} ${this.probe.ids().length}`;
        still = now === before ? still + 1 : 0;
        before = now;
      }
      return this.probe.ids().sort();
    }
  }

  Object.assign(globalThis, { bench: (/** @type {string} */ probe) => new Bench(PROBES[probe]) });
})();
