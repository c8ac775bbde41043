import type { Migration } from './migration.ts';

/** Each domain's settings are a row of their own, so that one can be read, written and followed without the others. */
export const keepSettingsByDomain: Migration = {
  name: 'keep settings by domain',
  up(db) {
    db.exec(/* sql */ `
      CREATE TABLE scoped_settings (
        -- A shop's id, 'app' for what people set of this PC, '' for what the program notes for itself.
        scope TEXT NOT NULL,
        -- The domain, or the name of the note.
        key TEXT NOT NULL,
        value TEXT NOT NULL,
        PRIMARY KEY (scope, key)
      ) STRICT, WITHOUT ROWID;

      INSERT INTO scoped_settings (scope, key, value)
      SELECT '', key, value FROM settings WHERE key <> 'appSettings';

      -- What was one object for the whole PC goes to the domains that its fields belong to.
      INSERT INTO scoped_settings (scope, key, value)
      SELECT 'app', place.domain, json_group_object(field.key, json(settings.value -> field.fullkey))
      FROM settings
      CROSS JOIN json_each(settings.value) AS field
      JOIN (
        SELECT 'appearance' AS domain, 'theme' AS field
        UNION ALL VALUES
          ('reminders', 'popUpQuietHours'), ('reminders', 'soundEnabled'),
          ('reminders', 'opensAtLogin'), ('reminders', 'reminderChecked'),
          ('palette', 'paletteHotkey'), ('palette', 'readsClipboard'),
          ('imports', 'watchedFolder'),
          ('scripts', 'trialSharePercent'), ('scripts', 'scriptApprovalRequired')
      ) AS place ON place.field = field.key
      WHERE settings.key = 'appSettings'
      GROUP BY place.domain;

      INSERT INTO scoped_settings (scope, key, value)
      SELECT shops.id, domain.key, shops.settings -> domain.fullkey
      FROM shops CROSS JOIN json_each(shops.settings) AS domain;

      DROP TABLE settings;
      ALTER TABLE scoped_settings RENAME TO settings;
      ALTER TABLE shops DROP COLUMN settings;
    `);
  },
};
