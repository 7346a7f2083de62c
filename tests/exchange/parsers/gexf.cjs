// Read a GEXF file as graphology does, and print what is in it: node gexf.cjs FOLDER FILE
const { readFileSync } = require("node:fs");
const { createRequire } = require("node:module");

const [folder, file] = process.argv.slice(2);
const from = createRequire(`${folder}/package.json`);
const graph = from("graphology-gexf").parse(from("graphology"), readFileSync(file, "utf8"));
const nodes = graph.mapNodes((id, held) => [id, held]);
const edges = graph.mapEdges((id, held, start, end) => [id, start, end, held]);
process.stdout.write(JSON.stringify({ type: graph.type, nodes, edges }));
