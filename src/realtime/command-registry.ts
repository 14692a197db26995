import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { commands, type CommandInput, type CommandName, type CommandOutput } from '../contract/socket.js';
import { POLICY, type Action } from '../platform/access/policy.js';
import type { Caller } from './caller.js';

/** What a feature does with a command. `action` says what it does in the policy's words, as `@Access` does for routes. */
export interface CommandHandler<N extends CommandName> {
  action: Action;
  run(caller: Caller, input: CommandInput<N>): Promise<CommandOutput<N>> | CommandOutput<N>;
}

/** A handler whose input is not known by type: the binding validates before it runs one. */
export interface BoundCommand {
  action: Action;
  input: (typeof commands)[CommandName]['input'];
  run(caller: Caller, input: unknown): unknown;
}

/** Which feature answers which command of the contract. Features register in `onModuleInit`. */
@Injectable()
export class CommandRegistry implements OnApplicationBootstrap {
  private readonly bound = new Map<string, BoundCommand>();

  register<N extends CommandName>(name: N, handler: CommandHandler<N>): void {
    if (this.bound.has(name)) throw new Error(`two handlers for the command ${name}`);
    this.bound.set(name, {
      action: handler.action,
      input: commands[name].input,
      run: (caller, input) => handler.run(caller, input as CommandInput<N>),
    });
  }

  find(name: string): BoundCommand | undefined {
    return this.bound.get(name);
  }

  /** Every command with what it does: the reviewed list of who may do what is compared with this. */
  actions(): Record<string, Action> {
    return Object.fromEntries([...this.bound].map(([name, command]) => [name, command.action]));
  }

  /** A command of the contract that nobody answers, or that does not say who may use it, stops the start. */
  onApplicationBootstrap(): void {
    for (const name of Object.keys(commands)) {
      const command = this.bound.get(name) as Partial<BoundCommand> | undefined;
      if (command === undefined) throw new Error(`nobody answers the command ${name}`);
      if (command.action === undefined || !(command.action in POLICY)) throw new Error(`the command ${name} does not say who may use it`);
    }
  }
}
