/** The test desktop's notification daemon: keeps everything on screen until a test clicks or closes it. */
export function dunstConfig(scriptFile: string): string {
  return `[global]
    width = 360
    height = 200
    origin = top-right
    offset = 16x16
    font = Noto Sans CJK SC 11
    history_length = 1000
    notification_limit = 20
    sort = false
    stack_duplicates = false
    idle_threshold = 0
    show_indicators = no
    max_icon_size = 48
    corner_radius = 6
    frame_width = 1
    always_run_script = true
    mouse_left_click = do_action, close_current

[urgency_low]
    timeout = 0
[urgency_normal]
    timeout = 0
[urgency_critical]
    timeout = 0
    background = "#ffffff"
    foreground = "#1f2937"
    frame_color = "#9ca3af"

[record]
    summary = "*"
    script = ${scriptFile}
`;
}

/** `dunstctl history` lists only closed notifications, so each one is also written down when it is shown. */
export function recordScript(folder: string): string {
  return `#!/bin/sh
printf '%s\\0%s\\0%s\\0%s' "$DUNST_ID" "$DUNST_APP_NAME" "$DUNST_SUMMARY" "$DUNST_BODY" > '${folder}'/.$$
mv '${folder}'/.$$ '${folder}'/"$DUNST_ID"-"$DUNST_TIMESTAMP"
`;
}
