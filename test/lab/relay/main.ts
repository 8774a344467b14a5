import { connect, createServer } from 'node:net';

const [host, port] = process.argv.slice(2);
if (!host || !port) throw new Error('usage: relay HOST PORT');

const server = createServer({ allowHalfOpen: true }, (socket) => {
  const target = connect({ host: '127.0.0.1', port: Number(port), allowHalfOpen: true });
  socket.on('error', () => target.destroy()).pipe(target);
  target.on('error', () => socket.destroy()).pipe(socket);
});
server.listen(Number(port), host, () => console.log(`relaying ${host}:${port} to 127.0.0.1:${port}`));
