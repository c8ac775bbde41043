// Given to Electron by `--require`, in the main process and in every worker thread: the product loads the
// binary inside the better-sqlite3 package, which needs a newer Node-API than this runtime has.
const path = require('node:path');

const packaged = /[\\/]better-sqlite3[\\/]prebuilds[\\/]linux-x64\.node$/;
const load = process.dlopen.bind(process);
process.dlopen = function redirect(module, file, ...flags) {
  return load(module, packaged.test(file) ? path.join(__dirname, 'better_sqlite3.node') : file, ...flags);
};
