import type { Picture } from './decode-qr.js';

/** Reads QR codes from a video: with the browser's own detector where there is one, else with ours in a worker. */
export interface PictureReader {
  read: (video: HTMLVideoElement) => Promise<string | null>;
  close: () => void;
}

/** Not in the compiler's types of a page. */
interface Detector {
  detect: (source: HTMLVideoElement) => Promise<{ rawValue: string }[]>;
}
interface DetectorClass {
  new (options: { formats: string[] }): Detector;
  getSupportedFormats: () => Promise<string[]>;
}

export async function openPictureReader(): Promise<PictureReader> {
  const own = (globalThis as { BarcodeDetector?: DetectorClass }).BarcodeDetector;
  const formats: readonly string[] = (await own?.getSupportedFormats().catch(() => [])) ?? [];
  if (own !== undefined && formats.includes('qr_code')) {
    const detector = new own({ formats: ['qr_code'] });
    return { read: async (video) => (await detector.detect(video))[0]?.rawValue ?? null, close: () => undefined };
  }
  return inWorker();
}

/** Pixels: more makes it slower and finds no more. */
const WIDEST = 640;

function inWorker(): PictureReader {
  const worker = new Worker(new URL('./decode-worker.ts', import.meta.url), { type: 'module' });
  const canvas = document.createElement('canvas');
  const drawing = canvas.getContext('2d', { willReadFrequently: true });
  return {
    read: async (video) => {
      if (drawing === null || video.videoWidth === 0) return null;
      const scale = Math.min(1, WIDEST / video.videoWidth);
      canvas.width = Math.round(video.videoWidth * scale);
      canvas.height = Math.round(video.videoHeight * scale);
      drawing.drawImage(video, 0, 0, canvas.width, canvas.height);
      const { data, width, height } = drawing.getImageData(0, 0, canvas.width, canvas.height);
      return await new Promise((resolve, reject) => {
        worker.onmessage = (event: MessageEvent<string | null>) => resolve(event.data);
        worker.onerror = () => reject(new Error('the picture could not be read'));
        worker.postMessage({ data, width, height } satisfies Picture, [data.buffer]);
      });
    },
    close: () => worker.terminate(),
  };
}
