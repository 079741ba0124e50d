// Writes as many more numbered lines as its standard input says.
let next = 0;
process.stdin.on('data', data => {
  let text = '';
  for (let left = Number(data); left > 0; left--) text += `line ${next++}\n`;
  process.stdout.write(text);
});
setInterval(() => {}, 1 << 30);
