import { useParams } from 'react-router';

/** The address of a session's page within this conference. */
export function useSessionLink(): (sessionId: string) => string {
  const { slug = '' } = useParams();
  return (sessionId) => `/${slug}/sessions/${sessionId}`;
}
