import { useEffect } from 'react';
import { useNavigate } from 'react-router';
import type { OpenMessage } from '../offline/worker-scope.js';

/** A press on a notification of the system leads here, where a page is open: shown as if a link had been pressed. */
export function OpenFromPush() {
  const navigate = useNavigate();
  useEffect(() => {
    if (!('serviceWorker' in navigator)) return undefined;
    const heard = ({ data }: MessageEvent<Partial<OpenMessage> | null>): void => {
      if (typeof data?.open === 'string') void navigate(data.open);
    };
    navigator.serviceWorker.addEventListener('message', heard);
    return () => navigator.serviceWorker.removeEventListener('message', heard);
  }, [navigate]);
  return null;
}
