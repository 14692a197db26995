import { useQuery } from '@tanstack/react-query';
import type { ControlRoom, InputFigures } from '@contract/streams.js';
import { askApi } from '../../account/ask-api.js';

/** Milliseconds. */
const EVERY = 2_000;

/** What arrives on each input now, by input; of a server that does not answer, nothing. Asked for while the page is seen. */
export function useFigures(slug: string): ReadonlyMap<string, InputFigures> {
  const { data } = useQuery({
    queryKey: ['organize', slug, 'control-room'],
    queryFn: async () => await askApi<ControlRoom>('GET', `/api/conferences/${encodeURIComponent(slug)}/control-room`),
    refetchInterval: EVERY,
  });
  return new Map((data?.channels ?? []).flatMap(({ inputs }) => inputs.map((figures) => [figures.inputId as string, figures] as const)));
}
