CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
CREATE INDEX ix_journal_change_entity_row ON journal_change (entity, "row");
CREATE INDEX ix_journal_step_device_target ON journal_step (device, target);
CREATE INDEX ix_kern_ligt_in_id_id ON kern (ligt_in_id, id);
CREATE INDEX ix_kern_naam_id ON kern (naam, id);
CREATE INDEX ix_kern_nummer_id ON kern (nummer, id);
CREATE INDEX ix_kern_soort_id ON kern (soort, id);
CREATE INDEX ix_search_doc_row ON search_doc ("row");
CREATE TABLE journal_change (
	device VARCHAR NOT NULL, 
	seq INTEGER NOT NULL, 
	n INTEGER NOT NULL, 
	entity VARCHAR NOT NULL, 
	"row" VARCHAR NOT NULL, 
	field VARCHAR NOT NULL, 
	old TEXT, 
	new TEXT, 
	salt BLOB, 
	hash BLOB NOT NULL, 
	CONSTRAINT pk_journal_change PRIMARY KEY (device, seq, n)
)
 WITHOUT ROWID

;
CREATE TABLE journal_device (
	device VARCHAR NOT NULL, 
	name TEXT NOT NULL, 
	status VARCHAR NOT NULL, 
	own INTEGER NOT NULL, 
	CONSTRAINT pk_journal_device PRIMARY KEY (device)
);
CREATE TABLE journal_erased (
	entity VARCHAR NOT NULL, 
	"row" VARCHAR NOT NULL, 
	field VARCHAR NOT NULL, 
	erased_at TEXT NOT NULL, 
	reason TEXT NOT NULL, 
	CONSTRAINT pk_journal_erased PRIMARY KEY (entity, "row", field)
);
CREATE TABLE journal_step (
	device VARCHAR NOT NULL, 
	seq INTEGER NOT NULL, 
	hlc INTEGER NOT NULL, 
	context TEXT NOT NULL, 
	author TEXT NOT NULL, 
	label TEXT NOT NULL, 
	kind VARCHAR NOT NULL, 
	target INTEGER, 
	hash BLOB NOT NULL, 
	CONSTRAINT pk_journal_step PRIMARY KEY (device, seq)
)
 WITHOUT ROWID

;
CREATE TABLE journal_vector (
	device VARCHAR NOT NULL, 
	seq INTEGER NOT NULL, 
	hlc INTEGER NOT NULL, 
	CONSTRAINT pk_journal_vector PRIMARY KEY (device)
);
CREATE TABLE kern (
	naam TEXT COLLATE "NOCASE" NOT NULL, 
	soort TEXT NOT NULL, 
	ligt_in_id VARCHAR, 
	andere_namen TEXT, 
	toelichting TEXT, 
	nummer INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_kern PRIMARY KEY (id), 
	CONSTRAINT fk_kern_ligt_in_id FOREIGN KEY(ligt_in_id) REFERENCES kern (id)
);
CREATE TABLE search_doc (
	rowid INTEGER NOT NULL, 
	entity VARCHAR NOT NULL, 
	"row" VARCHAR NOT NULL, 
	folded TEXT NOT NULL, 
	CONSTRAINT pk_search_doc PRIMARY KEY (rowid)
);
CREATE VIRTUAL TABLE search_index USING fts5(folded, content='', detail=none, tokenize='trigram case_sensitive 1');
CREATE TABLE store_meta (
	"key" VARCHAR NOT NULL, 
	value TEXT NOT NULL, 
	CONSTRAINT pk_store_meta PRIMARY KEY ("key")
);
