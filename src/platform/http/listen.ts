import { networkInterfaces } from 'node:os';
import type { AddressInfo } from 'node:net';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Configuration } from '../configuration.js';
import { StartError } from '../start-error.js';

/** @throws StartError when the port is taken or may not be used. Returns the addresses to tell, the best one first. */
export async function listen(app: NestFastifyApplication, { port, host, publicUrl }: Configuration): Promise<string[]> {
  await app.init();
  try {
    // not Nest's listen, which logs the error that we explain
    await app.getHttpAdapter().getInstance().listen({ port, host });
  } catch (error) {
    throw explain(error as NodeJS.ErrnoException, port, host);
  }
  const address = app.getHttpServer().address() as AddressInfo;
  const own = reachableHosts(address.address).map((name) => `http://${name}:${address.port}`);
  return publicUrl === undefined ? own : [publicUrl, ...own];
}

function explain(error: NodeJS.ErrnoException, port: number, host: string): Error {
  switch (error.code) {
    case 'EADDRINUSE':
      return new StartError(`Port ${port} is taken by another program. Stop it, or choose another: PORT=${port + 1} npm start`);
    case 'EACCES':
      return new StartError(`Port ${port} needs rights that Meridian does not have. Choose one above 1023: PORT=3000 npm start`);
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new StartError(`HOST=${host} is not an address of this machine. Leave HOST out to listen on all of them.`);
    default:
      return error;
  }
}

function reachableHosts(address: string): string[] {
  if (address !== '0.0.0.0' && address !== '::') return [address.includes(':') ? `[${address}]` : address];
  const others = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
  return ['localhost', ...others.filter(({ family, internal }) => family === 'IPv4' && !internal).map((one) => one.address)];
}
