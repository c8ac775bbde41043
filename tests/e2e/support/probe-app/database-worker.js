import { parentPort } from 'node:worker_threads';
import Database from 'better-sqlite3';

const database = new Database(':memory:');
database.exec("CREATE VIRTUAL TABLE words USING fts5(text, tokenize='trigram')");
database.prepare('INSERT INTO words VALUES (?)').run('待付款的订单');
parentPort.postMessage(database.prepare("SELECT text FROM words('付款的')").get().text);
