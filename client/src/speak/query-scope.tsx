import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { RequestRefused } from '../account/ask-api.js';

const client = new QueryClient({
  // what the server refused once it refuses again
  defaultOptions: { queries: { retry: (times, error) => times < 2 && !(error instanceof RequestRefused && error.problem !== null) } },
});

/** For pages that ask the server for more than the agenda. */
export function QueryScope({ children }: { children: ReactNode }) {
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}
