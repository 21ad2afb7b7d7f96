// @ts-check
// The build replaces this whole module by one generated from content/glosses.toml.

/** The glosses of the plan's phrases: the module `glosses` of the widget says in which form. */
export const glosses = "";
