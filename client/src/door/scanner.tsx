import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.js';
import styles from './door.module.css';
import { openPictureReader } from './picture-reader.js';

/** Milliseconds between two looks, and until the same ticket counts as shown anew. */
const LOOK_EVERY = 150;
const SAME_FOR = 5_000;

/** The camera, while it is wanted. Pictures are read on this device and go nowhere. */
export function Scanner({ onFound }: { onFound: (text: string) => void }) {
  const { t } = useTranslation('door');
  const [on, setOn] = useState(false);
  const [refused, setRefused] = useState(false);
  const video = useRef<HTMLVideoElement>(null);
  const found = useRef(onFound);
  useEffect(() => {
    found.current = onFound;
  });
  useEffect(() => {
    if (!on || video.current === null) return undefined;
    return look(video.current, (text) => found.current(text), () => {
      setOn(false);
      setRefused(true);
    });
  }, [on]);
  return (
    <div className={styles.scanner}>
      {on && (
        <>
          <video ref={video} className={styles.video} muted playsInline aria-label={t('camera.label')} />
          <p className={styles.note} role="status">
            {t('camera.looking')}
          </p>
        </>
      )}
      {refused && (
        <p className={styles.error} role="alert">
          {t('camera.refused')}
        </p>
      )}
      <Button
        icon="video"
        look={on ? 'plain' : 'strong'}
        onPress={() => {
          setRefused(false);
          setOn(!on);
        }}
      >
        {t(on ? 'camera.stop' : 'camera.start')}
      </Button>
    </div>
  );
}

/** Looks until it is called off. */
function look(video: HTMLVideoElement, onText: (text: string) => void, onRefused: () => void): () => void {
  let over = false;
  const isOver = (): boolean => over;
  const closers: (() => void)[] = [];
  const close = (): void => {
    over = true;
    for (const one of closers.splice(0)) one();
  };
  const run = async (): Promise<void> => {
    const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
    closers.push(() => stream.getTracks().forEach((track) => track.stop()));
    if (isOver()) return close();
    video.srcObject = stream;
    await video.play();
    const reader = await openPictureReader();
    closers.push(() => reader.close());
    let last = { text: '', at: 0 };
    while (!isOver()) {
      const text = await reader.read(video);
      const now = Date.now();
      if (text !== null && !isOver()) {
        // held before the camera for a while, it is shown once
        if (text !== last.text || now - last.at > SAME_FOR) onText(text);
        last = { text, at: now };
      }
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY));
    }
    close();
  };
  run().catch(() => {
    if (!isOver()) onRefused();
    close();
  });
  return close;
}
