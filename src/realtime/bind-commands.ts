import { Logger } from '@nestjs/common';
import type { Reply } from '../contract/problem.js';
import { invalidInput } from '../platform/http/validation.pipe.js';
import { mustBeAllowed } from '../platform/access/actors.js';
import { problem, ProblemError } from '../platform/problems/problem-error.js';
import { toProblem } from '../platform/problems/to-problem.js';
import { callerOf, type Caller, type ClientSocket } from './caller.js';
import type { CommandRegistry } from './command-registry.js';
import { TokenBucket, type Rate } from '../platform/token-bucket.js';

const logger = new Logger('SocketCommands');

/** Refusals for haste after which a socket is closed: it does not read its answers. */
const MOST_HASTE = 200;

/**
 * The one way from a socket to a feature: rate, name, authorization, validation, then the handler; whatever is thrown
 * becomes a problem in the ack. Nest's guards, pipes and filters do not reach sockets, so all of it is here.
 *
 * It stands in the socket's middleware and never calls on: no event of a client reaches an event emitter, whose own names
 * ('error', 'disconnect') a client could otherwise raise. `readsAnswers` says whether the client takes what it was sent.
 */
export function bindCommands(socket: ClientSocket, registry: CommandRegistry, rate: Rate, readsAnswers: () => boolean): void {
  const caller = callerOf(socket);
  const bucket = new TokenBucket(rate, performance.now());
  let hasty = 0;
  // one after another, or an unfollow would overtake the follow before it
  let previous: Promise<void> = Promise.resolve();

  socket.use((event: unknown[]) => {
    const [name, ...args] = event;
    const ack = typeof args.at(-1) === 'function' ? (args.pop() as (reply: Reply<unknown>) => void) : () => undefined;
    if (!bucket.take(performance.now())) {
      hasty += 1;
      if (hasty > MOST_HASTE) socket.disconnect(true);
      else ack({ ok: false, problem: TOO_FAST.problem });
      return;
    }
    previous = previous.then(async () => {
      // answers may be large: one who only asks would fill our memory
      if (readsAnswers()) ack(await answer(registry, caller, String(name), args));
    });
  });
}

async function answer(registry: CommandRegistry, caller: Caller, name: string, args: unknown[]): Promise<Reply<unknown>> {
  try {
    const command = registry.find(name);
    if (command === undefined) throw problem('not-found', `There is no command “${name.slice(0, 64)}”.`);
    mustBeAllowed(caller.actor, command.action);
    if (args.length > 1) throw problem('invalid-input', 'A command takes one object and an acknowledgement.');
    const input = command.input.safeParse(args[0]);
    if (!input.success) throw invalidInput(input.error.issues);
    return { ok: true, value: await command.run(caller, input.data) };
  } catch (error) {
    const told = toProblem(error);
    if (told.status >= 500 && !(error instanceof ProblemError)) logger.error({ err: error, command: name }, 'a command failed');
    return { ok: false, problem: told };
  }
}

const TOO_FAST = problem('too-many-requests', 'This connection sends commands faster than they are answered.', { retryAfter: 1 });
