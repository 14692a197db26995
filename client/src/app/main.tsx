import './theme/base.css';
import { createRoot } from 'react-dom/client';
import { startI18n } from '../i18n/start-i18n.js';
import { registerWorker } from '../offline/register-worker.js';
import { App } from './app.js';
import { keepTheme } from './theme/theme.js';

keepTheme();
registerWorker();
const root = document.getElementById('root');
if (root === null) throw new Error('the page has no #root');
await startI18n();
createRoot(root).render(<App />);
