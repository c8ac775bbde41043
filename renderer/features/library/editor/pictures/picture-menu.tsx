import { DeleteOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { useRef, useState } from 'react';
import type { ScriptPicture } from '../../../../../shared/domain/scripts/media/script-picture.ts';
import { ScriptPictureImage } from '../../../../ui/facts/script-picture-image.tsx';
import { InsertPopover } from '../parts/insert-popover.tsx';
import { PICTURE_TYPES } from './picture-file.ts';
import type { Pictures } from './use-pictures.ts';

/** From so many on, they are searched rather than looked through. */
const SEARCHED_FROM = 9;

type Props = {
  readonly gallery: Pictures;
  /** How many scripts show the picture. */
  readonly countUses: (picture: ScriptPicture) => number;
  readonly onChoose: (names: readonly string[]) => void;
};

function PictureTile({ picture, countUses, gallery, onChoose }: Props & { readonly picture: ScriptPicture }) {
  const count = countUses(picture);
  return (
    <li className="library-picture">
      <button type="button" aria-label={`插入图片 ${picture.name}`} onClick={() => onChoose([picture.name])}>
        <ScriptPictureImage name={picture.name} pictureId={picture.id} />
      </button>
      <span className="muted">{count === 0 ? '没有话术使用' : `${count} 条话术使用`}</span>
      <Button
        size="small"
        type="text"
        icon={<DeleteOutlined aria-hidden="true" />}
        aria-label={`删除图片 ${picture.name}`}
        onClick={() => gallery.remove(picture)}
      />
    </li>
  );
}

function Gallery(props: Props) {
  const { gallery, onChoose } = props;
  const [text, setText] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const found = gallery.pictures.filter(({ name }) => name.toLowerCase().includes(text.trim().toLowerCase()));
  return (
    <div className="library-gallery">
      <div className="library-gallery-head">
        <Button autoFocus loading={gallery.isAdding} onClick={() => input.current?.click()}>
          添加图片…
        </Button>
        <span className="muted">也可以粘贴或拖到内容框里</span>
        <input
          ref={input}
          type="file"
          hidden
          multiple
          aria-label="选择图片文件"
          accept={PICTURE_TYPES.join()}
          onChange={(event) => {
            gallery.add([...(event.target.files ?? [])], onChoose);
            event.target.value = '';
          }}
        />
      </div>
      {gallery.pictures.length >= SEARCHED_FROM && (
        <Input
          aria-label="查找图片"
          placeholder="按名称查找"
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      )}
      <ul>
        {found.map((picture) => (
          <PictureTile key={picture.id} {...props} picture={picture} />
        ))}
      </ul>
    </div>
  );
}

export function PictureMenu(props: Props) {
  return (
    <InsertPopover
      label="图片"
      renderContent={(close) => (
        <Gallery
          {...props}
          onChoose={(names) => {
            close();
            props.onChoose(names);
          }}
        />
      )}
    />
  );
}
