# As `npm start` does: what works is a child of what PM2 started.
node busy.js
true
