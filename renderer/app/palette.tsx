import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import { PaletteApp } from './palette-app.tsx';
import { Providers } from './providers.tsx';

// zod's probe for `eval` would trip the page's content security policy.
z.config({ jitless: true });

const root = document.querySelector('#root');
if (!root) throw new Error('The page has no #root');
createRoot(root).render(
  <StrictMode>
    <Providers>
      <PaletteApp />
    </Providers>
  </StrictMode>,
);
