// What is being looked at: layer, choice, filters, colours. One object, changed in place.

export const NO_FILTERS = {
  works: 1, weight: 1, years: null, kinds: [], region: -1, component: false,
};

/** What the size of a node can mean, by name. */
export const SIZES = {
  works: "works", standing: "works and salience", salience: "salience", connections: "connections",
};

/** Return the view that a page opens with. */
export function makeView(layer) {
  return {
    layer, // place among the graph's layers
    chosen: [], // nodes, the last one is shown in the panel
    edge: null, // [a, b] whose evidence is shown
    region: -1, // that the panel shows
    steps: 0, // 1 to 3: nothing is shown but what is so near to the chosen ones
    path: [], // nodes from one to another
    hover: -1,
    filters: { ...NO_FILTERS },
    colour: "region",
    size: "works",
    list: false,
    camera: null, // set when the screen is measured
    at: null, // where an address has it, until then
  };
}
