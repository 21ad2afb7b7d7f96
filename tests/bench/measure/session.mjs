// @ts-check
// One run of the benchmark in one browser: the peers take turns, so that whatever else the machine does meets all of them.
import { SLOW } from "../browser.mjs";
import { Filter } from "../peers/pages/filter.js";
import { PEERS } from "../peers/peers.mjs";
import { queries, typedWords } from "../plans/data.mjs";
import { median } from "../report/statistics.mjs";
import { ENGINES, engine, ownEngine } from "./engines.mjs";
import { start } from "./start.mjs";
import { exact, joined, memory, typing } from "./typing.mjs";

/** @import { Browser } from "../browser.mjs" */
/** @import { Peer } from "../peers/peers.mjs" */
/** @import { Data } from "../plans/data.mjs" */
/** @import { Results } from "../report/results.mjs" */
/** @import { Server, Start } from "./start.mjs" */
/** @import { Typing } from "./typing.mjs" */

const WORDS = 12;
const FILTERS = 4;

/** Three explorers in one page, beside one. */
const THREE = { id: "ours-three", name: "Clause Explorer, three in a page", packages: [], probe: "ours" };

/** Returns the items in another order for each turn. @template T @param {readonly T[]} items @param {number} turn @returns {T[]} */
const rotated = (items, turn) => items.map((_, nth) => items[(nth + turn) % items.length]);

export class Session {
  /**
   * @param {Browser} browser
   * @param {Server} server
   * @param {Map<string, Data>} plans
   * @param {Results} results
   * @param {number} patience - how long a page may take until its first filter works, in milliseconds
   * @param {(text: string) => void} say
   */
  constructor(browser, server, plans, results, patience, say) {
    this.browser = browser;
    this.server = server;
    this.plans = plans;
    this.results = results;
    this.patience = patience;
    this.say = say;
  }

  /** @param {string} plan */
  data(plan) {
    const data = this.plans.get(plan);
    if (!data) throw new Error(`expected one of the plans ${[...this.plans.keys()]}, found ${plan}`);
    return data;
  }

  /** Returns values of facets with their numbers of clauses: the first ones of the first facets. @param {Data} data */
  filters({ items, facets }) {
    const { counts } = new Filter(items, facets).run("", new Map());
    return facets.slice(0, FILTERS).map(({ id, values }, nth) => ({ facet: id, value: values[0].id, count: counts[nth][0] }));
  }

  /** Opens the page of a peer until its first filter works. @param {Peer} peer @param {string} plan @param {typeof SLOW} [throttling] */
  open(peer, plan, throttling) {
    const [filter] = this.filters(this.data(plan));
    const { browser, server } = this;
    return start({ browser, server, url: `/pages/${peer.id}-${plan}.html`, probe: peer.probe, filter, throttling, limit: this.patience });
  }

  /** Measures the starts of all pages, on a fast and on a slow network. @param {string} plan @param {number} runs */
  async starts(plan, runs) {
    for (const [network, throttling] of /** @type {const} */ ([["fast", undefined], ["slow", SLOW]])) {
      /** @type {Record<string, Start[]>} */
      const found = {};
      // The first turn warms the server and the disk, and does not count.
      for (let turn = -1; turn < runs; turn++) {
        this.say(`${plan} clauses, ${network} network: start ${turn + 1} of ${runs}`);
        for (const peer of rotated([...PEERS, THREE], turn + 1)) {
          const opened = await this.open(peer, plan, throttling);
          await opened?.page.close();
          if (opened && turn >= 0) (found[peer.id] ??= []).push(opened.start);
        }
      }
      this.results.start[network] = Object.fromEntries(Object.entries(found).map(([peer, starts]) => {
        const of = (/** @type {keyof Start} */ name) => median(starts.map((one) => one[name]));
        return [peer, { readable: of("readable"), works: of("works"), longest: of("longest"), bytes: of("bytes") }];
      }));
    }
  }

  /** Compares the clauses that each page finds with those that contain the query. @param {string} plan @param {number} count */
  async exactness(plan, count) {
    const data = this.data(plan);
    const filter = new Filter(data.items, data.facets);
    const truth = new Map(queries(data, count).map((query) => [query, filter.search(query).map((nth) => data.items[nth].id).sort()]));
    for (const peer of PEERS) {
      this.say(`${plan} clauses: ${count} queries in ${peer.name}`);
      const opened = await this.open(peer, plan);
      if (!opened) continue;
      const { page } = opened;
      const [first] = this.filters(data);
      await page.evaluate(`bench(${JSON.stringify(peer.probe)}).toggle(${JSON.stringify([first.facet, first.value, data.items.length]).slice(1, -1)})`);
      this.results.exact[peer.id] = await exact(page, peer.probe, truth);
      await page.close();
    }
  }

  /** Measures start, memory, typing and filtering with a plan. @param {string} plan @param {number} rounds */
  async use(plan, rounds) {
    const data = this.data(plan);
    const all = data.items.length;
    const filters = this.filters(data);
    const words = typedWords(data, WORDS);
    /** @type {Map<string, { works: number[], memory: number[], typing: Typing[] }>} */
    const found = new Map(PEERS.map(({ id }) => [id, { works: [], memory: [], typing: [] }]));
    const empty = await this.browser.open();
    const base = await memory(empty);
    await empty.close();
    for (let turn = 0; turn < rounds; turn++) {
      for (const peer of rotated(PEERS, turn)) {
        this.say(`${plan} clauses: ${peer.name}, ${turn + 1} of ${rounds}`);
        const of = found.get(peer.id);
        const opened = await this.open(peer, plan);
        // A page that is too slow once is not measured again.
        if (!of || !opened) {
          found.delete(peer.id);
          continue;
        }
        const { page, start: { works } } = opened;
        of.works.push(works);
        const [{ facet, value }] = filters;
        await page.evaluate(`bench(${JSON.stringify(peer.probe)}).toggle(${JSON.stringify([facet, value, all]).slice(1, -1)})`);
        of.memory.push((await memory(page)) - base);
        of.typing.push(await typing(page, peer.probe, { words, filters, all }));
        await page.close();
      }
    }
    this.results.sizes[plan] = Object.fromEntries([...found].map(([peer, { works, memory: bytes, typing: runs }]) => [peer, { works: median(works), memory: median(bytes), ...joined(runs) }]));
  }

  /** Measures engines without a page. @param {string} plan @param {number} count */
  async engines(plan, count) {
    const data = this.data(plan);
    const asked = queries(data, count);
    const rounds = 5;
    this.results.engines[plan] = {};
    for (const name of ENGINES) {
      this.say(`${plan} clauses: engine ${name}`);
      const page = await this.browser.open();
      await page.navigate(`${this.server.origin}/pages/engines-${plan}.html`);
      while (!(await page.evaluate("'startEngine' in globalThis"))) await new Promise((later) => setTimeout(later, 50));
      this.results.engines[plan][name] = await engine(page, name, { items: `/plans/${plan}/items.json`, facets: `/plans/${plan}/facets.json`, queries: asked, rounds });
      await page.close();
    }
    const opened = await this.open(PEERS[0], plan);
    if (opened) this.results.engines[plan].ours = await ownEngine(opened.page, { queries: asked, rounds });
    await opened?.page.close();
  }
}
