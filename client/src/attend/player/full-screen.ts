import { useCallback, useSyncExternalStore, type RefObject } from 'react';

/** Where only the picture itself can fill the screen (iPhones). */
type OldVideo = HTMLVideoElement & { webkitEnterFullscreen?: () => void };

const subscribe = (listener: () => void): (() => void) => {
  document.addEventListener('fullscreenchange', listener);
  return () => document.removeEventListener('fullscreenchange', listener);
};

/** Whether the player fills the screen, and how to change that; null where the browser knows no way. */
export function useFullScreen(frame: RefObject<HTMLElement | null>): { full: boolean; toggle: (() => void) | null } {
  const full = useSyncExternalStore(subscribe, () => document.fullscreenElement !== null);
  const toggle = useCallback(() => {
    const video = frame.current?.querySelector<OldVideo>('video');
    if (document.fullscreenElement !== null) void document.exitFullscreen();
    else if (document.fullscreenEnabled) void frame.current?.requestFullscreen().catch(() => undefined);
    else video?.webkitEnterFullscreen?.();
  }, [frame]);
  return { full, toggle: document.fullscreenEnabled || 'webkitEnterFullscreen' in HTMLVideoElement.prototype ? toggle : null };
}

/** Shows the picture above other windows, or takes it back. */
export async function togglePictureInPicture(video: HTMLVideoElement): Promise<void> {
  try {
    if (document.pictureInPictureElement === video) await document.exitPictureInPicture();
    else await video.requestPictureInPicture();
  } catch {
    // not without a picture, or not without a press: nothing is lost
  }
}
