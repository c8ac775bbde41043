import { openPage } from './open-page.tsx';
import { PaletteApp } from './palette-app.tsx';

void openPage(<PaletteApp />);
