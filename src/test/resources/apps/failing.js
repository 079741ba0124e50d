// Runs until there is the file that its environment names, then fails as Node.js applications fail.
const fs = require('fs');
setInterval(() => {
  if (fs.existsSync(process.env.FAIL)) {
    fs.unlinkSync(process.env.FAIL);
    connect();
  }
}, 20);
function connect() {
  console.error('\u001b[31mconnection refused\u001b[0m');
  throw new Error('the database is gone');
}
