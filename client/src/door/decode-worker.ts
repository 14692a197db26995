import { decodeQr, type Picture } from './decode-qr.js';

// in a thread of its own: a picture takes longer to read than the page may be stopped for
addEventListener('message', (event: MessageEvent<Picture>) => {
  postMessage(decodeQr(event.data));
});
