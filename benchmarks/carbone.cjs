// node carbone.cjs TEMPLATE TARGET VALUES.json...: seconds of the processor for each document, as JSON.
const carbone = require("carbone");
const fs = require("node:fs");

const [template, target, ...files] = process.argv.slice(2);
const seconds = [];

function next(at) {
  if (at === files.length) {
    console.log(JSON.stringify(seconds));
    process.exit(0);
  }
  const before = process.cpuUsage();
  carbone.render(template, JSON.parse(fs.readFileSync(files[at], "utf8")), (error, document) => {
    if (error) throw error;
    fs.writeFileSync(target, document);
    const used = process.cpuUsage(before);
    seconds.push((used.user + used.system) / 1e6);
    next(at + 1);
  });
}

next(0);
