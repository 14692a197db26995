import { StandardSchemaValidationPipe } from '@nestjs/common';
import { problem } from '../problems/problem-error.js';

type Issues = Parameters<NonNullable<NonNullable<ConstructorParameters<typeof StandardSchemaValidationPipe>[0]>['exceptionFactory']>>[0];

/** Validates what a route declares a schema for; a refusal names each field by JSON pointer. */
export function validationPipe(): StandardSchemaValidationPipe {
  return new StandardSchemaValidationPipe({ exceptionFactory: (issues) => invalidInput(issues) });
}

const MOST_ERRORS = 100;

export function invalidInput(issues: Issues): Error {
  const errors = issues.slice(0, MOST_ERRORS).map((issue) => ({ path: pointer(issue.path), message: issue.message }));
  const [first] = errors;
  const detail = first === undefined ? 'The request does not fit.' : `${first.path === '' ? 'The request' : first.path}: ${first.message}`;
  return problem('invalid-input', detail, { errors });
}

function pointer(path: Issues[number]['path']): string {
  return (path ?? []).map((part) => `/${escapePart(typeof part === 'object' ? part.key : part)}`).join('');
}

// RFC 6901, section 3
const escapePart = (part: PropertyKey): string => String(part).replaceAll('~', '~0').replaceAll('/', '~1');
