// @ts-check
// Preact, with the same filter as by hand.
import { Component, h, render } from "preact";
import { Filter } from "./filter.js";
import { ROWS, app, facets, loadItems } from "./items.js";

const items = await loadItems();
const filter = new Filter(items, facets);

class Row extends Component {
  shouldComponentUpdate() {
    return false; // the row of a key never changes
  }

  render({ item: { id, zh, en } }) {
    return h("li", { id }, h("p", { lang: "zh" }, zh), h("p", null, en));
  }
}

class App extends Component {
  state = { query: "", chosen: new Map() };

  toggle(facet, value) {
    const chosen = new Map(this.state.chosen);
    const values = new Set(chosen.get(facet));
    if (!values.delete(value)) values.add(value);
    if (values.size > 0) chosen.set(facet, values);
    else chosen.delete(facet);
    this.setState({ chosen });
  }

  render(_, { query, chosen }) {
    const { found, counts } = filter.run(query, chosen);
    const option = (facet, { id, label }, value) => h("label", { key: id },
      h("input", { type: "checkbox", name: facets[facet].id, value: id, checked: chosen.get(facet)?.has(value) ?? false, onChange: () => this.toggle(facet, value) }),
      label, " ", counts[facet][value]);
    return [
      h("input", { type: "search", value: query, onInput: (event) => this.setState({ query: event.target.value }) }),
      facets.map(({ id, label, values }, facet) => h("fieldset", { key: id }, h("legend", null, label), values.map((value, nth) => option(facet, value, nth)))),
      h("p", { role: "status" }, `${found.length} clauses`),
      h("ol", null, found.slice(0, ROWS).map((nth) => h(Row, { key: nth, item: items[nth] }))),
    ];
  }
}

render(h(App), app);
