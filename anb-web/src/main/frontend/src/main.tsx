import './early';
import '@fontsource/big-shoulders-display/800';
import '@fontsource-variable/figtree';
import './styles/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App';
import { startLanguage } from './i18n/language';

await startLanguage();

const root = document.getElementById('root');
if (!root) throw new Error('The page has no root');
// The server wrote a title for programs that run no scripts; each page has its own.
document.querySelector('head > title')?.remove();
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
