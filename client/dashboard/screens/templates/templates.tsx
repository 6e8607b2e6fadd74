import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { Link, useLocation, useRoute } from 'wouter';
import { documentOf } from '../../data/documents.ts';
import { useEvents } from '../../data/live-context.ts';
import { TemplatesScreenDocument } from '../../generated/graphql.ts';
import { Empty, Failed, Loading } from '../../shell/states.tsx';
import { useTitle } from '../../shell/title.ts';
import { FetchButton } from './fetch-button.tsx';
import { TemplateList } from './template-list.tsx';
import { TemplatePage } from './template-page.tsx';
import classes from './templates.module.css';

/** The templates of the tenant: the list beside the one that is looked at; on a phone one after the other. */
export default function TemplatesScreen() {
  const { t } = useTranslation();
  const [, go] = useLocation();
  const [, chosen] = useRoute('/:id');
  const [{ data, error }, ask] = useQuery({
    query: documentOf(TemplatesScreenDocument),
    requestPolicy: 'cache-and-network',
    variables: {},
  });
  useTitle(t('templates:title'));
  useEvents((event) => event.__typename === 'TemplateEvent' && ask({ requestPolicy: 'network-only' }));

  if (data === undefined) {
    if (error !== undefined) return <Failed onRetry={() => ask({ requestPolicy: 'network-only' })} />;
    return <Loading rows={8} />;
  }
  const { templates } = data;
  if (templates.length === 0) {
    return (
      <Empty
        title={t('templates:empty.title')}
        action={<FetchButton onDone={() => ask({ requestPolicy: 'network-only' })} />}
      >
        {t('templates:empty.text')}
      </Empty>
    );
  }
  const id = chosen?.['id'] === undefined ? null : decodeURIComponent(chosen['id']);
  const template = templates.find((one) => one.id === id);
  return (
    <div className={classes.panes} data-open={id !== null || undefined}>
      <section className={classes.list} aria-label={t('templates:title')}>
        <TemplateList
          templates={templates}
          chosen={id}
          actions={<FetchButton onDone={() => ask({ requestPolicy: 'network-only' })} />}
        />
      </section>
      <section className={classes.one}>
        {id === null ? (
          <Empty title={t('templates:none.title')}>{t('templates:none.text')}</Empty>
        ) : template === undefined ? (
          <Empty title={t('templates:gone')} action={<Link href="/">{t('templates:back')}</Link>} />
        ) : (
          <TemplatePage key={template.id} template={template} onBack={() => go('/')} />
        )}
      </section>
    </div>
  );
}
