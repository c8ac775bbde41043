import { App } from './app.tsx';
import { openPage } from './open-page.tsx';

void openPage(<App />);
