import { useCallback } from 'react';
import { useParams } from 'react-router';

/** The address of a session's page within this conference. The same function as long as it is the same conference. */
export function useSessionLink(): (sessionId: string) => string {
  const { slug = '' } = useParams();
  return useCallback((sessionId) => `/${slug}/sessions/${sessionId}`, [slug]);
}
