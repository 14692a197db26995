import { useParams } from 'react-router';
import { useMe } from '../account/use-me.js';
import { reachIn } from './reach.js';

/** Where the reader organizes, and whether all of it is theirs. */
export function useOrganize(): { slug: string; isOrganizer: boolean } {
  const { slug = '' } = useParams();
  const me = useMe();
  return { slug, isOrganizer: reachIn(me, slug) === 'everything' };
}
