// Reads ESC/POS bytes from the file named first with npos, and writes a line of JSON for each command it finds. Pictures
// are written as PBM into the folder named second.
'use strict';

const fs = require('fs');
const path = require('path');
const npos = require('npos');

const bytes = fs.readFileSync(process.argv[2]);
const folder = process.argv[3];

npos.parser().parse(bytes).then(({ tree }) => {
  let pictures = 0;
  tree.forEach(node => {
    const raw = bytes.subarray(node.offset, node.offset + node.length);
    const said = { command: node.ascii + node.fn, offset: node.offset, length: node.length };
    if (node.ascii === 'STX') {
      said.text = raw.toString('latin1');
    }
    if (said.command === 'GSv0') {
      const picture = npos.codecs.raster.decode(bytes, [node]);
      said.picture = `${++pictures}.pbm`;
      fs.writeFileSync(path.join(folder, said.picture), pbm(picture));
    }
    console.log(JSON.stringify(said));
  });
}).catch(fault => {
  console.error(fault);
  process.exit(1);
});

// A plain bitmap: what is black has no light in it.
function pbm(picture) {
  const rows = [];
  for (let y = 0; y < picture.height; y++) {
    const row = [];
    for (let x = 0; x < picture.width; x++) {
      row.push(picture.getPixel(x, y) === 0 ? 1 : 0);
    }
    rows.push(row.join(' '));
  }
  return `P1\n${picture.width} ${picture.height}\n${rows.join('\n')}\n`;
}
