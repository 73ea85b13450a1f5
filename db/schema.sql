CREATE TABLE actiepunt (
	wat TEXT COLLATE "NOCASE" NOT NULL, 
	partij_id VARCHAR, 
	persoon TEXT COLLATE "NOCASE", 
	afgesproken_op DATE, 
	uiterlijk DATE, 
	gedaan_op DATE, 
	vervallen_op DATE, 
	overleg_id VARCHAR, 
	thema_id VARCHAR, 
	afspraak_id VARCHAR, 
	knelpunt_id VARCHAR, 
	toelichting TEXT, 
	nummer INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_actiepunt PRIMARY KEY (id), 
	CONSTRAINT fk_actiepunt_afspraak_id FOREIGN KEY(afspraak_id) REFERENCES afspraak (id), 
	CONSTRAINT fk_actiepunt_knelpunt_id FOREIGN KEY(knelpunt_id) REFERENCES knelpunt (id), 
	CONSTRAINT fk_actiepunt_overleg_id FOREIGN KEY(overleg_id) REFERENCES overleg (id), 
	CONSTRAINT fk_actiepunt_partij_id FOREIGN KEY(partij_id) REFERENCES partij (id), 
	CONSTRAINT fk_actiepunt_thema_id FOREIGN KEY(thema_id) REFERENCES thema (id)
);
CREATE TABLE actiepunt_bijlage (
	ouder_id VARCHAR NOT NULL, 
	naam TEXT NOT NULL, 
	inhoud TEXT NOT NULL, 
	grootte INTEGER NOT NULL, 
	toelichting TEXT, 
	volgorde INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_actiepunt_bijlage PRIMARY KEY (id), 
	CONSTRAINT fk_actiepunt_bijlage_ouder_id FOREIGN KEY(ouder_id) REFERENCES actiepunt (id)
);
CREATE TABLE advies (
	onderwerp TEXT COLLATE "NOCASE" NOT NULL, 
	soort TEXT NOT NULL, 
	verhuurder_id VARCHAR, 
	namens_id VARCHAR, 
	complex_id VARCHAR, 
	thema_id VARCHAR, 
	afspraak_id VARCHAR, 
	wohv_letter TEXT, 
	behandelaar TEXT COLLATE "NOCASE", 
	status TEXT NOT NULL, 
	brief_verhuurder_op DATE, 
	kenmerk_verhuurder TEXT COLLATE "NOCASE", 
	ontvangen_op DATE, 
	volledig_op DATE, 
	ontbreekt TEXT, 
	vertrouwelijk BOOLEAN NOT NULL, 
	voornemen TEXT, 
	termijn_dagen INTEGER, 
	verlengd_tot DATE, 
	aanleiding TEXT, 
	uitkomst TEXT, 
	toelichting_advies TEXT, 
	overwegingen TEXT, 
	proces TEXT, 
	afwijkende_meningen TEXT, 
	slot TEXT, 
	ons_kenmerk TEXT COLLATE "NOCASE", 
	vastgesteld_op DATE, 
	vastgesteld_door TEXT, 
	stemmen TEXT, 
	verstuurd_op DATE, 
	verstuurd_wijze TEXT, 
	verstuurd_bewijs TEXT, 
	advies_ontvangen_op DATE, 
	geen_bezwaar_ontvangen_op DATE, 
	reactie TEXT, 
	reactie_op DATE, 
	redenen_ontvangen_op DATE, 
	reactie_toelichting TEXT, 
	afgesloten_op DATE, 
	afgesloten_reden TEXT, 
	nummer INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_advies PRIMARY KEY (id), 
	CONSTRAINT fk_advies_afspraak_id FOREIGN KEY(afspraak_id) REFERENCES afspraak (id), 
	CONSTRAINT fk_advies_complex_id FOREIGN KEY(complex_id) REFERENCES complex (id), 
	CONSTRAINT fk_advies_namens_id FOREIGN KEY(namens_id) REFERENCES partij (id), 
	CONSTRAINT fk_advies_thema_id FOREIGN KEY(thema_id) REFERENCES thema (id), 
	CONSTRAINT fk_advies_verhuurder_id FOREIGN KEY(verhuurder_id) REFERENCES verhuurder (id)
);
CREATE TABLE advies_aanbeveling (
	ouder_id VARCHAR NOT NULL, 
	tekst TEXT NOT NULL, 
	volgorde INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_advies_aanbeveling PRIMARY KEY (id), 
	CONSTRAINT fk_advies_aanbeveling_ouder_id FOREIGN KEY(ouder_id) REFERENCES advies (id)
);
CREATE TABLE advies_bijlage (
	ouder_id VARCHAR NOT NULL, 
	omschrijving TEXT NOT NULL, 
	volgorde INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_advies_bijlage PRIMARY KEY (id), 
	CONSTRAINT fk_advies_bijlage_ouder_id FOREIGN KEY(ouder_id) REFERENCES advies (id)
);
CREATE TABLE advies_knelpunt (
	ouder_id VARCHAR NOT NULL, 
	knelpunt_id VARCHAR NOT NULL, 
	volgorde INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_advies_knelpunt PRIMARY KEY (id), 
	CONSTRAINT fk_advies_knelpunt_knelpunt_id FOREIGN KEY(knelpunt_id) REFERENCES knelpunt (id), 
	CONSTRAINT fk_advies_knelpunt_ouder_id FOREIGN KEY(ouder_id) REFERENCES advies (id)
);
CREATE TABLE advies_kopie (
	ouder_id VARCHAR NOT NULL, 
	tekst TEXT NOT NULL, 
	volgorde INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_advies_kopie PRIMARY KEY (id), 
	CONSTRAINT fk_advies_kopie_ouder_id FOREIGN KEY(ouder_id) REFERENCES advies (id)
);
CREATE TABLE advies_ondertekenaar (
	ouder_id VARCHAR NOT NULL, 
	naam TEXT NOT NULL, 
	functie TEXT, 
	volgorde INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_advies_ondertekenaar PRIMARY KEY (id), 
	CONSTRAINT fk_advies_ondertekenaar_ouder_id FOREIGN KEY(ouder_id) REFERENCES advies (id)
);
CREATE TABLE advies_raadpleging (
	ouder_id VARCHAR NOT NULL, 
	raadpleging_id VARCHAR NOT NULL, 
	volgorde INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_advies_raadpleging PRIMARY KEY (id), 
	CONSTRAINT fk_advies_raadpleging_ouder_id FOREIGN KEY(ouder_id) REFERENCES advies (id), 
	CONSTRAINT fk_advies_raadpleging_raadpleging_id FOREIGN KEY(raadpleging_id) REFERENCES raadpleging (id)
);
CREATE TABLE advies_stuk (
	ouder_id VARCHAR NOT NULL, 
	naam TEXT NOT NULL, 
	inhoud TEXT NOT NULL, 
	grootte INTEGER NOT NULL, 
	toelichting TEXT, 
	volgorde INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_advies_stuk PRIMARY KEY (id), 
	CONSTRAINT fk_advies_stuk_ouder_id FOREIGN KEY(ouder_id) REFERENCES advies (id)
);
CREATE TABLE advies_voorwaarde (
	ouder_id VARCHAR NOT NULL, 
	tekst TEXT NOT NULL, 
	toetsbaar_aan TEXT, 
	termijn DATE, 
	voldaan_op DATE, 
	volgorde INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_advies_voorwaarde PRIMARY KEY (id), 
	CONSTRAINT fk_advies_voorwaarde_ouder_id FOREIGN KEY(ouder_id) REFERENCES advies (id)
);
CREATE TABLE afspraak (
	doel_id VARCHAR, 
	akkoord_id VARCHAR, 
	code TEXT COLLATE "NOCASE" NOT NULL, 
	tekst TEXT NOT NULL, 
	trefwoord TEXT COLLATE "NOCASE", 
	van_jaar INTEGER, 
	tot_jaar INTEGER, 
	status TEXT NOT NULL, 
	bron TEXT, 
	toelichting TEXT, 
	letterlijk TEXT, 
	twijfel TEXT, 
	volgorde INTEGER, 
	regel_telt TEXT, 
	regel_categorieen TEXT, 
	regel_overlegsoort TEXT, 
	regel_trefwoorden TEXT, 
	nummer INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_afspraak PRIMARY KEY (id), 
	CONSTRAINT fk_afspraak_akkoord_id FOREIGN KEY(akkoord_id) REFERENCES akkoord (id), 
	CONSTRAINT fk_afspraak_doel_id FOREIGN KEY(doel_id) REFERENCES doel (id)
);
CREATE TABLE afspraak_kern (
	ouder_id VARCHAR NOT NULL, 
	kern_id VARCHAR NOT NULL, 
	volgorde INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_afspraak_kern PRIMARY KEY (id), 
	CONSTRAINT fk_afspraak_kern_kern_id FOREIGN KEY(kern_id) REFERENCES kern (id), 
	CONSTRAINT fk_afspraak_kern_ouder_id FOREIGN KEY(ouder_id) REFERENCES afspraak (id)
);
CREATE TABLE afspraak_partij (
	ouder_id VARCHAR NOT NULL, 
	naam TEXT NOT NULL, 
	partij_id VARCHAR, 
	volgorde INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_afspraak_partij PRIMARY KEY (id), 
	CONSTRAINT fk_afspraak_partij_ouder_id FOREIGN KEY(ouder_id) REFERENCES afspraak (id), 
	CONSTRAINT fk_afspraak_partij_partij_id FOREIGN KEY(partij_id) REFERENCES partij (id)
);
CREATE TABLE afspraak_samen_met (
	ouder_id VARCHAR NOT NULL, 
	naam TEXT NOT NULL, 
	partij_id VARCHAR, 
	volgorde INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_afspraak_samen_met PRIMARY KEY (id), 
	CONSTRAINT fk_afspraak_samen_met_ouder_id FOREIGN KEY(ouder_id) REFERENCES afspraak (id), 
	CONSTRAINT fk_afspraak_samen_met_partij_id FOREIGN KEY(partij_id) REFERENCES partij (id)
);
CREATE TABLE afspraak_verwijzing (
	ouder_id VARCHAR NOT NULL, 
	afspraak_id VARCHAR NOT NULL, 
	volgorde INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_afspraak_verwijzing PRIMARY KEY (id), 
	CONSTRAINT fk_afspraak_verwijzing_afspraak_id FOREIGN KEY(afspraak_id) REFERENCES afspraak (id), 
	CONSTRAINT fk_afspraak_verwijzing_ouder_id FOREIGN KEY(ouder_id) REFERENCES afspraak (id)
);
CREATE TABLE akkoord (
	naam TEXT COLLATE "NOCASE" NOT NULL, 
	gemeente TEXT COLLATE "NOCASE", 
	kern_id VARCHAR, 
	van_jaar INTEGER NOT NULL, 
	tot_jaar INTEGER NOT NULL, 
	geldig BOOLEAN NOT NULL, 
	cyclus_jaren INTEGER, 
	bron TEXT, 
	toelichting TEXT, 
	nummer INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_akkoord PRIMARY KEY (id), 
	CONSTRAINT fk_akkoord_kern_id FOREIGN KEY(kern_id) REFERENCES kern (id)
);
CREATE TABLE akkoord_begrip (
	ouder_id VARCHAR NOT NULL, 
	naam TEXT NOT NULL, 
	tekst TEXT NOT NULL, 
	andere_namen TEXT, 
	bron TEXT, 
	volgorde INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_akkoord_begrip PRIMARY KEY (id), 
	CONSTRAINT fk_akkoord_begrip_ouder_id FOREIGN KEY(ouder_id) REFERENCES akkoord (id)
);
CREATE TABLE akkoord_bijsteloptie (
	ouder_id VARCHAR NOT NULL, 
	sleutel TEXT NOT NULL, 
	tekst TEXT NOT NULL, 
	overleg TEXT, 
	bron TEXT, 
	volgorde INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_akkoord_bijsteloptie PRIMARY KEY (id), 
	CONSTRAINT fk_akkoord_bijsteloptie_ouder_id FOREIGN KEY(ouder_id) REFERENCES akkoord (id)
);
CREATE TABLE akkoord_cyclusjaar (
	ouder_id VARCHAR NOT NULL, 
	jaar INTEGER NOT NULL, 
	fase TEXT NOT NULL, 
	tekst TEXT NOT NULL, 
	voorbeeldjaar INTEGER, 
	bron TEXT, 
	letterlijk TEXT, 
	twijfel TEXT, 
	volgorde INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_akkoord_cyclusjaar PRIMARY KEY (id), 
	CONSTRAINT fk_akkoord_cyclusjaar_ouder_id FOREIGN KEY(ouder_id) REFERENCES akkoord (id)
);
CREATE TABLE akkoord_diepte (
	ouder_id VARCHAR NOT NULL, 
	jaar_van INTEGER NOT NULL, 
	jaar_tot INTEGER NOT NULL, 
	precisie TEXT NOT NULL, 
	tekst TEXT, 
	bron TEXT, 
	volgorde INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_akkoord_diepte PRIMARY KEY (id), 
	CONSTRAINT fk_akkoord_diepte_ouder_id FOREIGN KEY(ouder_id) REFERENCES akkoord (id)
);
CREATE TABLE akkoord_kern (
	ouder_id VARCHAR NOT NULL, 
	kern_id VARCHAR NOT NULL, 
	bron TEXT, 
	toelichting TEXT, 
	volgorde INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_akkoord_kern PRIMARY KEY (id), 
	CONSTRAINT fk_akkoord_kern_kern_id FOREIGN KEY(kern_id) REFERENCES kern (id), 
	CONSTRAINT fk_akkoord_kern_ouder_id FOREIGN KEY(ouder_id) REFERENCES akkoord (id)
);
CREATE TABLE akkoord_overlegvorm (
	ouder_id VARCHAR NOT NULL, 
	sleutel TEXT NOT NULL, 
	naam TEXT NOT NULL, 
	tekst TEXT, 
	partijen TEXT, 
	bron TEXT, 
	volgorde INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_akkoord_overlegvorm PRIMARY KEY (id), 
	CONSTRAINT fk_akkoord_overlegvorm_ouder_id FOREIGN KEY(ouder_id) REFERENCES akkoord (id)
);
CREATE TABLE akkoord_partij (
	ouder_id VARCHAR NOT NULL, 
	partij_id VARCHAR NOT NULL, 
	rol TEXT NOT NULL, 
	ondertekenaar BOOLEAN NOT NULL, 
	huurders_van TEXT, 
	toelichting TEXT, 
	volgorde INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_akkoord_partij PRIMARY KEY (id), 
	CONSTRAINT fk_akkoord_partij_ouder_id FOREIGN KEY(ouder_id) REFERENCES akkoord (id), 
	CONSTRAINT fk_akkoord_partij_partij_id FOREIGN KEY(partij_id) REFERENCES partij (id)
);
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
CREATE TABLE anker (
	akkoord_id VARCHAR NOT NULL, 
	sleutel TEXT COLLATE "NOCASE" NOT NULL, 
	naam TEXT COLLATE "NOCASE" NOT NULL, 
	fase TEXT NOT NULL, 
	cyclusjaar INTEGER NOT NULL, 
	soort_datum TEXT NOT NULL, 
	maand INTEGER, 
	dag INTEGER, 
	tot_maand INTEGER, 
	ronde TEXT, 
	overleg TEXT, 
	partijen TEXT, 
	tekst TEXT, 
	herkomst TEXT NOT NULL, 
	bron TEXT, 
	letterlijk TEXT, 
	twijfel TEXT, 
	toelichting TEXT, 
	volgorde INTEGER, 
	nummer INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_anker PRIMARY KEY (id), 
	CONSTRAINT fk_anker_akkoord_id FOREIGN KEY(akkoord_id) REFERENCES akkoord (id)
);
CREATE TABLE complex (
	naam TEXT COLLATE "NOCASE" NOT NULL, 
	code TEXT COLLATE "NOCASE", 
	verhuurder_id VARCHAR, 
	kern_id VARCHAR, 
	adressen TEXT, 
	aantal_woningen INTEGER, 
	bouwjaar INTEGER, 
	woningtype TEXT, 
	actief BOOLEAN NOT NULL, 
	toelichting TEXT, 
	nummer INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_complex PRIMARY KEY (id), 
	CONSTRAINT fk_complex_kern_id FOREIGN KEY(kern_id) REFERENCES kern (id), 
	CONSTRAINT fk_complex_verhuurder_id FOREIGN KEY(verhuurder_id) REFERENCES verhuurder (id)
);
CREATE TABLE concept (
	id VARCHAR NOT NULL, 
	soort VARCHAR NOT NULL, 
	nummer INTEGER, 
	gegevens TEXT NOT NULL, 
	titel TEXT NOT NULL, 
	begonnen TEXT NOT NULL, 
	bijgewerkt TEXT NOT NULL, 
	CONSTRAINT pk_concept PRIMARY KEY (id)
);
CREATE TABLE doel (
	thema_id VARCHAR NOT NULL, 
	code TEXT COLLATE "NOCASE" NOT NULL, 
	tekst TEXT NOT NULL, 
	onderwerp TEXT COLLATE "NOCASE", 
	trefwoord TEXT COLLATE "NOCASE", 
	bron TEXT, 
	toelichting TEXT, 
	letterlijk TEXT, 
	twijfel TEXT, 
	volgorde INTEGER, 
	nummer INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_doel PRIMARY KEY (id), 
	CONSTRAINT fk_doel_thema_id FOREIGN KEY(thema_id) REFERENCES thema (id)
);
CREATE TABLE doel_kern (
	ouder_id VARCHAR NOT NULL, 
	kern_id VARCHAR NOT NULL, 
	volgorde INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_doel_kern PRIMARY KEY (id), 
	CONSTRAINT fk_doel_kern_kern_id FOREIGN KEY(kern_id) REFERENCES kern (id), 
	CONSTRAINT fk_doel_kern_ouder_id FOREIGN KEY(ouder_id) REFERENCES doel (id)
);
CREATE TABLE doel_partij (
	ouder_id VARCHAR NOT NULL, 
	naam TEXT NOT NULL, 
	partij_id VARCHAR, 
	volgorde INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_doel_partij PRIMARY KEY (id), 
	CONSTRAINT fk_doel_partij_ouder_id FOREIGN KEY(ouder_id) REFERENCES doel (id), 
	CONSTRAINT fk_doel_partij_partij_id FOREIGN KEY(partij_id) REFERENCES partij (id)
);
CREATE TABLE indicator (
	doel_id VARCHAR NOT NULL, 
	code TEXT COLLATE "NOCASE" NOT NULL, 
	tekst TEXT NOT NULL, 
	herkomst TEXT NOT NULL, 
	soort TEXT NOT NULL, 
	norm TEXT NOT NULL, 
	richting TEXT NOT NULL, 
	tijd TEXT, 
	eenheid TEXT, 
	prijspeil INTEGER, 
	grensbedrag INTEGER, 
	klassen TEXT, 
	hoofd BOOLEAN NOT NULL, 
	verwijst_naar TEXT, 
	bron TEXT, 
	definitie TEXT, 
	meetwijze TEXT, 
	frequentie TEXT, 
	verantwoordelijk_id VARCHAR, 
	nulmeting_waarde TEXT, 
	nulmeting_jaar INTEGER, 
	nulmeting_bron TEXT, 
	let_op TEXT, 
	toelichting TEXT, 
	letterlijk TEXT, 
	twijfel TEXT, 
	volgorde INTEGER, 
	regel_telt TEXT, 
	regel_categorieen TEXT, 
	regel_overlegsoort TEXT, 
	regel_trefwoorden TEXT, 
	nummer INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_indicator PRIMARY KEY (id), 
	CONSTRAINT fk_indicator_doel_id FOREIGN KEY(doel_id) REFERENCES doel (id), 
	CONSTRAINT fk_indicator_verantwoordelijk_id FOREIGN KEY(verantwoordelijk_id) REFERENCES partij (id)
);
CREATE TABLE indicator_afspraak (
	ouder_id VARCHAR NOT NULL, 
	afspraak_id VARCHAR NOT NULL, 
	volgorde INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_indicator_afspraak PRIMARY KEY (id), 
	CONSTRAINT fk_indicator_afspraak_afspraak_id FOREIGN KEY(afspraak_id) REFERENCES afspraak (id), 
	CONSTRAINT fk_indicator_afspraak_ouder_id FOREIGN KEY(ouder_id) REFERENCES indicator (id)
);
CREATE TABLE indicator_kern (
	ouder_id VARCHAR NOT NULL, 
	kern_id VARCHAR NOT NULL, 
	volgorde INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_indicator_kern PRIMARY KEY (id), 
	CONSTRAINT fk_indicator_kern_kern_id FOREIGN KEY(kern_id) REFERENCES kern (id), 
	CONSTRAINT fk_indicator_kern_ouder_id FOREIGN KEY(ouder_id) REFERENCES indicator (id)
);
CREATE TABLE indicator_partij (
	ouder_id VARCHAR NOT NULL, 
	naam TEXT NOT NULL, 
	partij_id VARCHAR, 
	volgorde INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_indicator_partij PRIMARY KEY (id), 
	CONSTRAINT fk_indicator_partij_ouder_id FOREIGN KEY(ouder_id) REFERENCES indicator (id), 
	CONSTRAINT fk_indicator_partij_partij_id FOREIGN KEY(partij_id) REFERENCES partij (id)
);
CREATE TABLE indicator_streefwaarde (
	ouder_id VARCHAR NOT NULL, 
	jaar INTEGER, 
	waarde TEXT, 
	min TEXT, 
	max TEXT, 
	klasse TEXT, 
	precisie TEXT, 
	kern_id VARCHAR, 
	circa BOOLEAN NOT NULL, 
	toelichting TEXT, 
	volgorde INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_indicator_streefwaarde PRIMARY KEY (id), 
	CONSTRAINT fk_indicator_streefwaarde_kern_id FOREIGN KEY(kern_id) REFERENCES kern (id), 
	CONSTRAINT fk_indicator_streefwaarde_ouder_id FOREIGN KEY(ouder_id) REFERENCES indicator (id)
);
CREATE TABLE indicator_verwijzing (
	ouder_id VARCHAR NOT NULL, 
	indicator_id VARCHAR NOT NULL, 
	volgorde INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_indicator_verwijzing PRIMARY KEY (id), 
	CONSTRAINT fk_indicator_verwijzing_indicator_id FOREIGN KEY(indicator_id) REFERENCES indicator (id), 
	CONSTRAINT fk_indicator_verwijzing_ouder_id FOREIGN KEY(ouder_id) REFERENCES indicator (id)
);
CREATE TABLE inhoud (
	sha256 VARCHAR NOT NULL, 
	grootte INTEGER NOT NULL, 
	bytes BLOB NOT NULL, 
	CONSTRAINT pk_inhoud PRIMARY KEY (sha256)
);
CREATE INDEX ix_actiepunt_afgesproken_op_id ON actiepunt (afgesproken_op, id);
CREATE INDEX ix_actiepunt_afspraak_id_id ON actiepunt (afspraak_id, id);
CREATE INDEX ix_actiepunt_bijlage_ouder_id ON actiepunt_bijlage (ouder_id);
CREATE INDEX ix_actiepunt_gedaan_op_id ON actiepunt (gedaan_op, id);
CREATE INDEX ix_actiepunt_knelpunt_id_id ON actiepunt (knelpunt_id, id);
CREATE INDEX ix_actiepunt_nummer_id ON actiepunt (nummer, id);
CREATE INDEX ix_actiepunt_open ON actiepunt (vervallen_op, uiterlijk, id) WHERE gedaan_op IS NULL AND vervallen_op IS NULL AND verwijderd IS NULL;
CREATE INDEX ix_actiepunt_overleg_id_id ON actiepunt (overleg_id, id);
CREATE INDEX ix_actiepunt_partij_id_id ON actiepunt (partij_id, id);
CREATE INDEX ix_actiepunt_persoon_id ON actiepunt (persoon, id);
CREATE INDEX ix_actiepunt_prullenbak ON actiepunt (id) WHERE verwijderd = 'prullenbak';
CREATE INDEX ix_actiepunt_thema_id_id ON actiepunt (thema_id, id);
CREATE INDEX ix_actiepunt_uiterlijk_id ON actiepunt (uiterlijk, id);
CREATE INDEX ix_actiepunt_vervallen_op_id ON actiepunt (vervallen_op, id);
CREATE INDEX ix_actiepunt_wat_id ON actiepunt (wat, id);
CREATE INDEX ix_advies_aanbeveling_ouder_id ON advies_aanbeveling (ouder_id);
CREATE INDEX ix_advies_afgesloten_op_id ON advies (afgesloten_op, id);
CREATE INDEX ix_advies_afspraak_id_id ON advies (afspraak_id, id);
CREATE INDEX ix_advies_behandelaar_id ON advies (behandelaar, id);
CREATE INDEX ix_advies_bijlage_ouder_id ON advies_bijlage (ouder_id);
CREATE INDEX ix_advies_complex_id_id ON advies (complex_id, id);
CREATE INDEX ix_advies_kenmerk_verhuurder_id ON advies (kenmerk_verhuurder, id);
CREATE INDEX ix_advies_knelpunt_knelpunt_id_id ON advies_knelpunt (knelpunt_id, id);
CREATE INDEX ix_advies_knelpunt_ouder_id ON advies_knelpunt (ouder_id);
CREATE INDEX ix_advies_kopie_ouder_id ON advies_kopie (ouder_id);
CREATE INDEX ix_advies_namens_id_id ON advies (namens_id, id);
CREATE INDEX ix_advies_nummer_id ON advies (nummer, id);
CREATE INDEX ix_advies_ondertekenaar_ouder_id ON advies_ondertekenaar (ouder_id);
CREATE INDEX ix_advies_onderwerp_id ON advies (onderwerp, id);
CREATE INDEX ix_advies_ons_kenmerk_id ON advies (ons_kenmerk, id);
CREATE INDEX ix_advies_ontvangen_op_id ON advies (ontvangen_op, id);
CREATE INDEX ix_advies_prullenbak ON advies (id) WHERE verwijderd = 'prullenbak';
CREATE INDEX ix_advies_raadpleging_ouder_id ON advies_raadpleging (ouder_id);
CREATE INDEX ix_advies_raadpleging_raadpleging_id_id ON advies_raadpleging (raadpleging_id, id);
CREATE INDEX ix_advies_reactie_id ON advies (reactie, id);
CREATE INDEX ix_advies_reactie_op_id ON advies (reactie_op, id);
CREATE INDEX ix_advies_soort_id ON advies (soort, id);
CREATE INDEX ix_advies_status_id ON advies (status, id);
CREATE INDEX ix_advies_stuk_ouder_id ON advies_stuk (ouder_id);
CREATE INDEX ix_advies_thema_id_id ON advies (thema_id, id);
CREATE INDEX ix_advies_uitkomst_id ON advies (uitkomst, id);
CREATE INDEX ix_advies_verhuurder_id_id ON advies (verhuurder_id, id);
CREATE INDEX ix_advies_verstuurd_op_id ON advies (verstuurd_op, id);
CREATE INDEX ix_advies_voorwaarde_ouder_id ON advies_voorwaarde (ouder_id);
CREATE INDEX ix_advies_wohv_letter_id ON advies (wohv_letter, id);
CREATE INDEX ix_afspraak_akkoord_id_id ON afspraak (akkoord_id, id);
CREATE INDEX ix_afspraak_code_id ON afspraak (code, id);
CREATE INDEX ix_afspraak_doel_id_id ON afspraak (doel_id, id);
CREATE INDEX ix_afspraak_kern_kern_id_id ON afspraak_kern (kern_id, id);
CREATE INDEX ix_afspraak_kern_ouder_id ON afspraak_kern (ouder_id);
CREATE INDEX ix_afspraak_nummer_id ON afspraak (nummer, id);
CREATE INDEX ix_afspraak_partij_ouder_id ON afspraak_partij (ouder_id);
CREATE INDEX ix_afspraak_partij_partij_id_id ON afspraak_partij (partij_id, id);
CREATE INDEX ix_afspraak_prullenbak ON afspraak (id) WHERE verwijderd = 'prullenbak';
CREATE INDEX ix_afspraak_samen_met_ouder_id ON afspraak_samen_met (ouder_id);
CREATE INDEX ix_afspraak_samen_met_partij_id_id ON afspraak_samen_met (partij_id, id);
CREATE INDEX ix_afspraak_status_id ON afspraak (status, id);
CREATE INDEX ix_afspraak_tot_jaar_id ON afspraak (tot_jaar, id);
CREATE INDEX ix_afspraak_trefwoord_id ON afspraak (trefwoord, id);
CREATE INDEX ix_afspraak_van_jaar_id ON afspraak (van_jaar, id);
CREATE INDEX ix_afspraak_verwijzing_afspraak_id_id ON afspraak_verwijzing (afspraak_id, id);
CREATE INDEX ix_afspraak_verwijzing_ouder_id ON afspraak_verwijzing (ouder_id);
CREATE INDEX ix_afspraak_volgorde_id ON afspraak (volgorde, id);
CREATE INDEX ix_akkoord_begrip_ouder_id ON akkoord_begrip (ouder_id);
CREATE INDEX ix_akkoord_bijsteloptie_ouder_id ON akkoord_bijsteloptie (ouder_id);
CREATE INDEX ix_akkoord_cyclusjaar_ouder_id ON akkoord_cyclusjaar (ouder_id);
CREATE INDEX ix_akkoord_diepte_ouder_id ON akkoord_diepte (ouder_id);
CREATE INDEX ix_akkoord_geldig_id ON akkoord (geldig, id);
CREATE INDEX ix_akkoord_gemeente_id ON akkoord (gemeente, id);
CREATE INDEX ix_akkoord_kern_id_id ON akkoord (kern_id, id);
CREATE INDEX ix_akkoord_kern_kern_id_id ON akkoord_kern (kern_id, id);
CREATE INDEX ix_akkoord_kern_ouder_id ON akkoord_kern (ouder_id);
CREATE INDEX ix_akkoord_naam_id ON akkoord (naam, id);
CREATE INDEX ix_akkoord_nummer_id ON akkoord (nummer, id);
CREATE INDEX ix_akkoord_overlegvorm_ouder_id ON akkoord_overlegvorm (ouder_id);
CREATE INDEX ix_akkoord_partij_ouder_id ON akkoord_partij (ouder_id);
CREATE INDEX ix_akkoord_partij_partij_id_id ON akkoord_partij (partij_id, id);
CREATE INDEX ix_akkoord_prullenbak ON akkoord (id) WHERE verwijderd = 'prullenbak';
CREATE INDEX ix_akkoord_tot_jaar_id ON akkoord (tot_jaar, id);
CREATE INDEX ix_akkoord_van_jaar_id ON akkoord (van_jaar, id);
CREATE INDEX ix_anker_akkoord_id_id ON anker (akkoord_id, id);
CREATE INDEX ix_anker_cyclusjaar_id ON anker (cyclusjaar, id);
CREATE INDEX ix_anker_fase_id ON anker (fase, id);
CREATE INDEX ix_anker_herkomst_id ON anker (herkomst, id);
CREATE INDEX ix_anker_maand_id ON anker (maand, id);
CREATE INDEX ix_anker_naam_id ON anker (naam, id);
CREATE INDEX ix_anker_nummer_id ON anker (nummer, id);
CREATE INDEX ix_anker_prullenbak ON anker (id) WHERE verwijderd = 'prullenbak';
CREATE INDEX ix_anker_sleutel_id ON anker (sleutel, id);
CREATE INDEX ix_anker_volgorde_id ON anker (volgorde, id);
CREATE INDEX ix_complex_aantal_woningen_id ON complex (aantal_woningen, id);
CREATE INDEX ix_complex_actief_id ON complex (actief, id);
CREATE INDEX ix_complex_bouwjaar_id ON complex (bouwjaar, id);
CREATE INDEX ix_complex_code_id ON complex (code, id);
CREATE INDEX ix_complex_kern_id_id ON complex (kern_id, id);
CREATE INDEX ix_complex_naam_id ON complex (naam, id);
CREATE INDEX ix_complex_nummer_id ON complex (nummer, id);
CREATE INDEX ix_complex_prullenbak ON complex (id) WHERE verwijderd = 'prullenbak';
CREATE INDEX ix_complex_verhuurder_id_id ON complex (verhuurder_id, id);
CREATE INDEX ix_complex_woningtype_id ON complex (woningtype, id);
CREATE INDEX ix_doel_code_id ON doel (code, id);
CREATE INDEX ix_doel_kern_kern_id_id ON doel_kern (kern_id, id);
CREATE INDEX ix_doel_kern_ouder_id ON doel_kern (ouder_id);
CREATE INDEX ix_doel_nummer_id ON doel (nummer, id);
CREATE INDEX ix_doel_onderwerp_id ON doel (onderwerp, id);
CREATE INDEX ix_doel_partij_ouder_id ON doel_partij (ouder_id);
CREATE INDEX ix_doel_partij_partij_id_id ON doel_partij (partij_id, id);
CREATE INDEX ix_doel_prullenbak ON doel (id) WHERE verwijderd = 'prullenbak';
CREATE INDEX ix_doel_thema_id_id ON doel (thema_id, id);
CREATE INDEX ix_doel_trefwoord_id ON doel (trefwoord, id);
CREATE INDEX ix_doel_volgorde_id ON doel (volgorde, id);
CREATE INDEX ix_indicator_afspraak_afspraak_id_id ON indicator_afspraak (afspraak_id, id);
CREATE INDEX ix_indicator_afspraak_ouder_id ON indicator_afspraak (ouder_id);
CREATE INDEX ix_indicator_code_id ON indicator (code, id);
CREATE INDEX ix_indicator_doel_id_id ON indicator (doel_id, id);
CREATE INDEX ix_indicator_herkomst_id ON indicator (herkomst, id);
CREATE INDEX ix_indicator_hoofd_id ON indicator (hoofd, id);
CREATE INDEX ix_indicator_kern_kern_id_id ON indicator_kern (kern_id, id);
CREATE INDEX ix_indicator_kern_ouder_id ON indicator_kern (ouder_id);
CREATE INDEX ix_indicator_norm_id ON indicator (norm, id);
CREATE INDEX ix_indicator_nummer_id ON indicator (nummer, id);
CREATE INDEX ix_indicator_partij_ouder_id ON indicator_partij (ouder_id);
CREATE INDEX ix_indicator_partij_partij_id_id ON indicator_partij (partij_id, id);
CREATE INDEX ix_indicator_prullenbak ON indicator (id) WHERE verwijderd = 'prullenbak';
CREATE INDEX ix_indicator_soort_id ON indicator (soort, id);
CREATE INDEX ix_indicator_streefwaarde_kern_id_id ON indicator_streefwaarde (kern_id, id);
CREATE INDEX ix_indicator_streefwaarde_ouder_id ON indicator_streefwaarde (ouder_id);
CREATE INDEX ix_indicator_verantwoordelijk_id_id ON indicator (verantwoordelijk_id, id);
CREATE INDEX ix_indicator_verwijzing_indicator_id_id ON indicator_verwijzing (indicator_id, id);
CREATE INDEX ix_indicator_verwijzing_ouder_id ON indicator_verwijzing (ouder_id);
CREATE INDEX ix_indicator_volgorde_id ON indicator (volgorde, id);
CREATE INDEX ix_journal_change_entity_row ON journal_change (entity, "row");
CREATE INDEX ix_journal_change_verwijderd ON journal_change (device, new, seq, n, entity, "row") WHERE field = 'verwijderd';
CREATE INDEX ix_journal_step_device_target ON journal_step (device, target);
CREATE INDEX ix_kern_ligt_in_id_id ON kern (ligt_in_id, id);
CREATE INDEX ix_kern_naam_id ON kern (naam, id);
CREATE INDEX ix_kern_nummer_id ON kern (nummer, id);
CREATE INDEX ix_kern_prullenbak ON kern (id) WHERE verwijderd = 'prullenbak';
CREATE INDEX ix_kern_soort_id ON kern (soort, id);
CREATE INDEX ix_knelpunt_afspraak_id_id ON knelpunt (afspraak_id, id);
CREATE INDEX ix_knelpunt_behandelaar_id ON knelpunt (behandelaar, id);
CREATE INDEX ix_knelpunt_bijlage_ouder_id ON knelpunt_bijlage (ouder_id);
CREATE INDEX ix_knelpunt_bron_id ON knelpunt (bron, id);
CREATE INDEX ix_knelpunt_categorie_id ON knelpunt (categorie, id);
CREATE INDEX ix_knelpunt_complex_id_id ON knelpunt (complex_id, id);
CREATE INDEX ix_knelpunt_gemeld_op_id ON knelpunt (gemeld_op, id);
CREATE INDEX ix_knelpunt_huurders_geraakt_id ON knelpunt (huurders_geraakt, id);
CREATE INDEX ix_knelpunt_inbreng_ouder_id ON knelpunt_inbreng (ouder_id);
CREATE INDEX ix_knelpunt_inbreng_overleg_id_id ON knelpunt_inbreng (overleg_id, id);
CREATE INDEX ix_knelpunt_kern_id_id ON knelpunt (kern_id, id);
CREATE INDEX ix_knelpunt_nummer_id ON knelpunt (nummer, id);
CREATE INDEX ix_knelpunt_omvang_id ON knelpunt (omvang, id);
CREATE INDEX ix_knelpunt_partij_id_id ON knelpunt (partij_id, id);
CREATE INDEX ix_knelpunt_prioriteit_id ON knelpunt (prioriteit, id);
CREATE INDEX ix_knelpunt_prullenbak ON knelpunt (id) WHERE verwijderd = 'prullenbak';
CREATE INDEX ix_knelpunt_reactie_verwacht_op_id ON knelpunt (reactie_verwacht_op, id);
CREATE INDEX ix_knelpunt_relatie_knelpunt_id_id ON knelpunt_relatie (knelpunt_id, id);
CREATE INDEX ix_knelpunt_relatie_ouder_id ON knelpunt_relatie (ouder_id);
CREATE INDEX ix_knelpunt_stap_datum_id ON knelpunt_stap (datum, id);
CREATE INDEX ix_knelpunt_stap_gebundeld_in_id_id ON knelpunt_stap (gebundeld_in_id, id);
CREATE INDEX ix_knelpunt_stap_ouder_id ON knelpunt_stap (ouder_id);
CREATE INDEX ix_knelpunt_stap_overleg_id_id ON knelpunt_stap (overleg_id, id);
CREATE INDEX ix_knelpunt_status_id ON knelpunt (status, id);
CREATE INDEX ix_knelpunt_subcategorie_id ON knelpunt (subcategorie, id);
CREATE INDEX ix_knelpunt_teruggekoppeld_op_id ON knelpunt (teruggekoppeld_op, id);
CREATE INDEX ix_knelpunt_thema_id_id ON knelpunt (thema_id, id);
CREATE INDEX ix_knelpunt_titel_id ON knelpunt (titel, id);
CREATE INDEX ix_knelpunt_verhuurder_id_id ON knelpunt (verhuurder_id, id);
CREATE INDEX ix_knelpunt_verwacht ON knelpunt (reactie_verwacht_op, id) WHERE reactie_ontvangen_op IS NULL AND verwijderd IS NULL;
CREATE INDEX ix_knelpunt_wohv_letter_id ON knelpunt (wohv_letter, id);
CREATE INDEX ix_overleg_agendapunt_ouder_id ON overleg_agendapunt (ouder_id);
CREATE INDEX ix_overleg_bijlage_ouder_id ON overleg_bijlage (ouder_id);
CREATE INDEX ix_overleg_datum_id ON overleg (datum, id);
CREATE INDEX ix_overleg_eigen_aanwezig_id ON overleg (eigen_aanwezig, id);
CREATE INDEX ix_overleg_naam_id ON overleg (naam, id);
CREATE INDEX ix_overleg_nummer_id ON overleg (nummer, id);
CREATE INDEX ix_overleg_partij_ouder_id ON overleg_partij (ouder_id);
CREATE INDEX ix_overleg_partij_partij_id_id ON overleg_partij (partij_id, id);
CREATE INDEX ix_overleg_prullenbak ON overleg (id) WHERE verwijderd = 'prullenbak';
CREATE INDEX ix_overleg_soort_id ON overleg (soort, id);
CREATE INDEX ix_overleg_thema_id_id ON overleg (thema_id, id);
CREATE INDEX ix_overleg_verhuurder_id_id ON overleg (verhuurder_id, id);
CREATE INDEX ix_overleg_verslag_status_id ON overleg (verslag_status, id);
CREATE INDEX ix_overleg_volgende_op_id ON overleg (volgende_op, id);
CREATE INDEX ix_overleg_werkgroep_id ON overleg (werkgroep, id);
CREATE INDEX ix_partij_actief_id ON partij (actief, id);
CREATE INDEX ix_partij_bijlage_ouder_id ON partij_bijlage (ouder_id);
CREATE INDEX ix_partij_daeb_bezit_ouder_id ON partij_daeb_bezit (ouder_id);
CREATE INDEX ix_partij_eigen_id ON partij (eigen, id);
CREATE INDEX ix_partij_korte_naam_id ON partij (korte_naam, id);
CREATE INDEX ix_partij_naam_id ON partij (naam, id);
CREATE INDEX ix_partij_nummer_id ON partij (nummer, id);
CREATE INDEX ix_partij_prullenbak ON partij (id) WHERE verwijderd = 'prullenbak';
CREATE INDEX ix_partij_soort_id ON partij (soort, id);
CREATE INDEX ix_raadpleging_afspraak_afspraak_id_id ON raadpleging_afspraak (afspraak_id, id);
CREATE INDEX ix_raadpleging_afspraak_ouder_id ON raadpleging_afspraak (ouder_id);
CREATE INDEX ix_raadpleging_bijlage_ouder_id ON raadpleging_bijlage (ouder_id);
CREATE INDEX ix_raadpleging_citaat_ouder_id ON raadpleging_citaat (ouder_id);
CREATE INDEX ix_raadpleging_complex_complex_id_id ON raadpleging_complex (complex_id, id);
CREATE INDEX ix_raadpleging_complex_ouder_id ON raadpleging_complex (ouder_id);
CREATE INDEX ix_raadpleging_kanaal_ouder_id ON raadpleging_kanaal (ouder_id);
CREATE INDEX ix_raadpleging_kern_kern_id_id ON raadpleging_kern (kern_id, id);
CREATE INDEX ix_raadpleging_kern_ouder_id ON raadpleging_kern (ouder_id);
CREATE INDEX ix_raadpleging_methode_ouder_id ON raadpleging_methode (ouder_id);
CREATE INDEX ix_raadpleging_nummer_id ON raadpleging (nummer, id);
CREATE INDEX ix_raadpleging_optie_ouder_id ON raadpleging_optie (ouder_id);
CREATE INDEX ix_raadpleging_overleg_id_id ON raadpleging (overleg_id, id);
CREATE INDEX ix_raadpleging_prullenbak ON raadpleging (id) WHERE verwijderd = 'prullenbak';
CREATE INDEX ix_raadpleging_respons_totaal_id ON raadpleging (respons_totaal, id);
CREATE INDEX ix_raadpleging_selectie_id ON raadpleging (selectie, id);
CREATE INDEX ix_raadpleging_sluit_op_id ON raadpleging (sluit_op, id);
CREATE INDEX ix_raadpleging_start_op_id ON raadpleging (start_op, id);
CREATE INDEX ix_raadpleging_status_id ON raadpleging (status, id);
CREATE INDEX ix_raadpleging_terugkoppeling_op_id ON raadpleging (terugkoppeling_op, id);
CREATE INDEX ix_raadpleging_thema_id_id ON raadpleging (thema_id, id);
CREATE INDEX ix_raadpleging_titel_id ON raadpleging (titel, id);
CREATE INDEX ix_raadpleging_verhuurder_id_id ON raadpleging (verhuurder_id, id);
CREATE INDEX ix_raadpleging_vraag_ouder_id ON raadpleging_vraag (ouder_id);
CREATE INDEX ix_search_doc_row ON search_doc ("row");
CREATE INDEX ix_thema_akkoord_id_id ON thema (akkoord_id, id);
CREATE INDEX ix_thema_code_id ON thema (code, id);
CREATE INDEX ix_thema_naam_id ON thema (naam, id);
CREATE INDEX ix_thema_nummer_id ON thema (nummer, id);
CREATE INDEX ix_thema_prullenbak ON thema (id) WHERE verwijderd = 'prullenbak';
CREATE INDEX ix_thema_volgorde_id ON thema (volgorde, id);
CREATE INDEX ix_verhuurder_naam_id ON verhuurder (naam, id);
CREATE INDEX ix_verhuurder_nummer_id ON verhuurder (nummer, id);
CREATE INDEX ix_verhuurder_partij_id_id ON verhuurder (partij_id, id);
CREATE INDEX ix_verhuurder_plaats_id ON verhuurder (plaats, id);
CREATE INDEX ix_verhuurder_prullenbak ON verhuurder (id) WHERE verwijderd = 'prullenbak';
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
CREATE TABLE knelpunt (
	titel TEXT COLLATE "NOCASE" NOT NULL, 
	omschrijving TEXT, 
	aanvulling TEXT, 
	gemeld_op DATE NOT NULL, 
	bron TEXT, 
	categorie TEXT NOT NULL, 
	subcategorie TEXT, 
	omvang TEXT NOT NULL, 
	kern_id VARCHAR, 
	complex_id VARCHAR, 
	verhuurder_id VARCHAR, 
	wohv_letter TEXT, 
	thema_id VARCHAR, 
	afspraak_id VARCHAR, 
	huurders_geraakt INTEGER, 
	ook_last_van INTEGER, 
	prioriteit TEXT NOT NULL, 
	periode_van DATE, 
	periode_tot DATE, 
	status TEXT NOT NULL, 
	behandelaar TEXT COLLATE "NOCASE", 
	partij_id VARCHAR, 
	geagendeerd_op DATE, 
	reactie_gevraagd_op DATE, 
	reactie_verwacht_op DATE, 
	reactie_ontvangen_op DATE, 
	teruggekoppeld_op DATE, 
	melder_naam TEXT, 
	melder_adres TEXT, 
	melder_telefoon TEXT, 
	melder_email TEXT, 
	toestemming_contact BOOLEAN NOT NULL, 
	toestemming_op DATE, 
	nummer INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_knelpunt PRIMARY KEY (id), 
	CONSTRAINT fk_knelpunt_afspraak_id FOREIGN KEY(afspraak_id) REFERENCES afspraak (id), 
	CONSTRAINT fk_knelpunt_complex_id FOREIGN KEY(complex_id) REFERENCES complex (id), 
	CONSTRAINT fk_knelpunt_kern_id FOREIGN KEY(kern_id) REFERENCES kern (id), 
	CONSTRAINT fk_knelpunt_partij_id FOREIGN KEY(partij_id) REFERENCES partij (id), 
	CONSTRAINT fk_knelpunt_thema_id FOREIGN KEY(thema_id) REFERENCES thema (id), 
	CONSTRAINT fk_knelpunt_verhuurder_id FOREIGN KEY(verhuurder_id) REFERENCES verhuurder (id)
);
CREATE TABLE knelpunt_bijlage (
	ouder_id VARCHAR NOT NULL, 
	naam TEXT NOT NULL, 
	inhoud TEXT NOT NULL, 
	grootte INTEGER NOT NULL, 
	toelichting TEXT, 
	volgorde INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_knelpunt_bijlage PRIMARY KEY (id), 
	CONSTRAINT fk_knelpunt_bijlage_ouder_id FOREIGN KEY(ouder_id) REFERENCES knelpunt (id)
);
CREATE TABLE knelpunt_inbreng (
	ouder_id VARCHAR NOT NULL, 
	overleg_id VARCHAR NOT NULL, 
	datum DATE, 
	agendapunt TEXT, 
	reactie TEXT, 
	reactie_op DATE, 
	volgorde INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_knelpunt_inbreng PRIMARY KEY (id), 
	CONSTRAINT fk_knelpunt_inbreng_ouder_id FOREIGN KEY(ouder_id) REFERENCES knelpunt (id), 
	CONSTRAINT fk_knelpunt_inbreng_overleg_id FOREIGN KEY(overleg_id) REFERENCES overleg (id)
);
CREATE TABLE knelpunt_relatie (
	ouder_id VARCHAR NOT NULL, 
	soort TEXT NOT NULL, 
	knelpunt_id VARCHAR NOT NULL, 
	volgorde INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_knelpunt_relatie PRIMARY KEY (id), 
	CONSTRAINT fk_knelpunt_relatie_knelpunt_id FOREIGN KEY(knelpunt_id) REFERENCES knelpunt (id), 
	CONSTRAINT fk_knelpunt_relatie_ouder_id FOREIGN KEY(ouder_id) REFERENCES knelpunt (id)
);
CREATE TABLE knelpunt_stap (
	ouder_id VARCHAR NOT NULL, 
	datum DATE NOT NULL, 
	status TEXT NOT NULL, 
	toelichting TEXT, 
	reden TEXT, 
	organisatie TEXT, 
	overleg_id VARCHAR, 
	gebundeld_in_id VARCHAR, 
	door TEXT, 
	zichtbaar_voor_melder BOOLEAN NOT NULL, 
	volgorde INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_knelpunt_stap PRIMARY KEY (id), 
	CONSTRAINT fk_knelpunt_stap_gebundeld_in_id FOREIGN KEY(gebundeld_in_id) REFERENCES knelpunt (id), 
	CONSTRAINT fk_knelpunt_stap_ouder_id FOREIGN KEY(ouder_id) REFERENCES knelpunt (id), 
	CONSTRAINT fk_knelpunt_stap_overleg_id FOREIGN KEY(overleg_id) REFERENCES overleg (id)
);
CREATE TABLE overleg (
	naam TEXT COLLATE "NOCASE" NOT NULL, 
	soort TEXT NOT NULL, 
	werkgroep TEXT COLLATE "NOCASE", 
	datum DATE NOT NULL, 
	begintijd TEXT, 
	plaats TEXT, 
	voorzitter TEXT, 
	eigen_aanwezig BOOLEAN NOT NULL, 
	aanwezig TEXT, 
	afgemeld TEXT, 
	thema_id VARCHAR, 
	verhuurder_id VARCHAR, 
	verslag TEXT, 
	verslag_status TEXT, 
	verslag_vastgesteld_op DATE, 
	volgende_op DATE, 
	nummer INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_overleg PRIMARY KEY (id), 
	CONSTRAINT fk_overleg_thema_id FOREIGN KEY(thema_id) REFERENCES thema (id), 
	CONSTRAINT fk_overleg_verhuurder_id FOREIGN KEY(verhuurder_id) REFERENCES verhuurder (id)
);
CREATE TABLE overleg_agendapunt (
	ouder_id VARCHAR NOT NULL, 
	onderwerp TEXT NOT NULL, 
	bedoeling TEXT, 
	eigen_punt BOOLEAN NOT NULL, 
	stuk TEXT, 
	besluit TEXT, 
	geweigerd_reden TEXT, 
	volgorde INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_overleg_agendapunt PRIMARY KEY (id), 
	CONSTRAINT fk_overleg_agendapunt_ouder_id FOREIGN KEY(ouder_id) REFERENCES overleg (id)
);
CREATE TABLE overleg_bijlage (
	ouder_id VARCHAR NOT NULL, 
	naam TEXT NOT NULL, 
	inhoud TEXT NOT NULL, 
	grootte INTEGER NOT NULL, 
	toelichting TEXT, 
	volgorde INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_overleg_bijlage PRIMARY KEY (id), 
	CONSTRAINT fk_overleg_bijlage_ouder_id FOREIGN KEY(ouder_id) REFERENCES overleg (id)
);
CREATE TABLE overleg_partij (
	ouder_id VARCHAR NOT NULL, 
	partij_id VARCHAR NOT NULL, 
	volgorde INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_overleg_partij PRIMARY KEY (id), 
	CONSTRAINT fk_overleg_partij_ouder_id FOREIGN KEY(ouder_id) REFERENCES overleg (id), 
	CONSTRAINT fk_overleg_partij_partij_id FOREIGN KEY(partij_id) REFERENCES partij (id)
);
CREATE TABLE partij (
	naam TEXT COLLATE "NOCASE" NOT NULL, 
	korte_naam TEXT COLLATE "NOCASE", 
	soort TEXT NOT NULL, 
	eigen BOOLEAN NOT NULL, 
	andere_namen TEXT, 
	actief BOOLEAN NOT NULL, 
	plaats TEXT, 
	website TEXT, 
	toelichting TEXT, 
	accounthouder TEXT, 
	contact_naam TEXT, 
	contact_telefoon TEXT, 
	contact_email TEXT, 
	contact_adres TEXT, 
	nummer INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_partij PRIMARY KEY (id)
);
CREATE TABLE partij_bijlage (
	ouder_id VARCHAR NOT NULL, 
	naam TEXT NOT NULL, 
	inhoud TEXT NOT NULL, 
	grootte INTEGER NOT NULL, 
	toelichting TEXT, 
	volgorde INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_partij_bijlage PRIMARY KEY (id), 
	CONSTRAINT fk_partij_bijlage_ouder_id FOREIGN KEY(ouder_id) REFERENCES partij (id)
);
CREATE TABLE partij_daeb_bezit (
	ouder_id VARCHAR NOT NULL, 
	jaar INTEGER NOT NULL, 
	aantal_woningen INTEGER NOT NULL, 
	bron TEXT, 
	volgorde INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_partij_daeb_bezit PRIMARY KEY (id), 
	CONSTRAINT fk_partij_daeb_bezit_ouder_id FOREIGN KEY(ouder_id) REFERENCES partij (id)
);
CREATE TABLE raadpleging (
	titel TEXT COLLATE "NOCASE" NOT NULL, 
	doel TEXT, 
	vraag TEXT, 
	start_op DATE, 
	sluit_op DATE, 
	thema_id VARCHAR, 
	verhuurder_id VARCHAR, 
	overleg_id VARCHAR, 
	status TEXT NOT NULL, 
	populatie_omschrijving TEXT, 
	populatie_aantal INTEGER, 
	populatie_bron TEXT, 
	populatie_peildatum DATE, 
	uitsluitingen TEXT, 
	selectie TEXT, 
	anonimiteit TEXT, 
	open_stemming BOOLEAN NOT NULL, 
	respons_totaal INTEGER, 
	samenstelling TEXT, 
	aanwezigen INTEGER, 
	organisaties_aanwezig TEXT, 
	conclusies TEXT, 
	minderheid TEXT, 
	beperkingen TEXT, 
	vastgesteld_op DATE, 
	vastgesteld_door TEXT, 
	terugkoppeling_op DATE, 
	terugkoppeling_hoe TEXT, 
	terugkoppeling_aan TEXT, 
	nummer INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_raadpleging PRIMARY KEY (id), 
	CONSTRAINT fk_raadpleging_overleg_id FOREIGN KEY(overleg_id) REFERENCES overleg (id), 
	CONSTRAINT fk_raadpleging_thema_id FOREIGN KEY(thema_id) REFERENCES thema (id), 
	CONSTRAINT fk_raadpleging_verhuurder_id FOREIGN KEY(verhuurder_id) REFERENCES verhuurder (id)
);
CREATE TABLE raadpleging_afspraak (
	ouder_id VARCHAR NOT NULL, 
	afspraak_id VARCHAR NOT NULL, 
	volgorde INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_raadpleging_afspraak PRIMARY KEY (id), 
	CONSTRAINT fk_raadpleging_afspraak_afspraak_id FOREIGN KEY(afspraak_id) REFERENCES afspraak (id), 
	CONSTRAINT fk_raadpleging_afspraak_ouder_id FOREIGN KEY(ouder_id) REFERENCES raadpleging (id)
);
CREATE TABLE raadpleging_bijlage (
	ouder_id VARCHAR NOT NULL, 
	naam TEXT NOT NULL, 
	inhoud TEXT NOT NULL, 
	grootte INTEGER NOT NULL, 
	toelichting TEXT, 
	volgorde INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_raadpleging_bijlage PRIMARY KEY (id), 
	CONSTRAINT fk_raadpleging_bijlage_ouder_id FOREIGN KEY(ouder_id) REFERENCES raadpleging (id)
);
CREATE TABLE raadpleging_citaat (
	ouder_id VARCHAR NOT NULL, 
	tekst TEXT NOT NULL, 
	mag_in_rapport BOOLEAN NOT NULL, 
	volgorde INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_raadpleging_citaat PRIMARY KEY (id), 
	CONSTRAINT fk_raadpleging_citaat_ouder_id FOREIGN KEY(ouder_id) REFERENCES raadpleging (id)
);
CREATE TABLE raadpleging_complex (
	ouder_id VARCHAR NOT NULL, 
	complex_id VARCHAR NOT NULL, 
	volgorde INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_raadpleging_complex PRIMARY KEY (id), 
	CONSTRAINT fk_raadpleging_complex_complex_id FOREIGN KEY(complex_id) REFERENCES complex (id), 
	CONSTRAINT fk_raadpleging_complex_ouder_id FOREIGN KEY(ouder_id) REFERENCES raadpleging (id)
);
CREATE TABLE raadpleging_kanaal (
	ouder_id VARCHAR NOT NULL, 
	kanaal TEXT NOT NULL, 
	uitgenodigd INTEGER, 
	bereikt INTEGER, 
	respons INTEGER, 
	respons_gedeeltelijk INTEGER, 
	toelichting TEXT, 
	volgorde INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_raadpleging_kanaal PRIMARY KEY (id), 
	CONSTRAINT fk_raadpleging_kanaal_ouder_id FOREIGN KEY(ouder_id) REFERENCES raadpleging (id)
);
CREATE TABLE raadpleging_kern (
	ouder_id VARCHAR NOT NULL, 
	kern_id VARCHAR NOT NULL, 
	volgorde INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_raadpleging_kern PRIMARY KEY (id), 
	CONSTRAINT fk_raadpleging_kern_kern_id FOREIGN KEY(kern_id) REFERENCES kern (id), 
	CONSTRAINT fk_raadpleging_kern_ouder_id FOREIGN KEY(ouder_id) REFERENCES raadpleging (id)
);
CREATE TABLE raadpleging_methode (
	ouder_id VARCHAR NOT NULL, 
	methode TEXT NOT NULL, 
	toelichting TEXT, 
	volgorde INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_raadpleging_methode PRIMARY KEY (id), 
	CONSTRAINT fk_raadpleging_methode_ouder_id FOREIGN KEY(ouder_id) REFERENCES raadpleging (id)
);
CREATE TABLE raadpleging_optie (
	ouder_id VARCHAR NOT NULL, 
	tekst TEXT NOT NULL, 
	aantal INTEGER, 
	volgorde INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_raadpleging_optie PRIMARY KEY (id), 
	CONSTRAINT fk_raadpleging_optie_ouder_id FOREIGN KEY(ouder_id) REFERENCES raadpleging_vraag (id)
);
CREATE TABLE raadpleging_vraag (
	ouder_id VARCHAR NOT NULL, 
	tekst TEXT NOT NULL, 
	soort TEXT NOT NULL, 
	beantwoord_door INTEGER, 
	toelichting TEXT, 
	volgorde INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_raadpleging_vraag PRIMARY KEY (id), 
	CONSTRAINT fk_raadpleging_vraag_ouder_id FOREIGN KEY(ouder_id) REFERENCES raadpleging (id)
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
CREATE TABLE thema (
	akkoord_id VARCHAR, 
	code TEXT COLLATE "NOCASE" NOT NULL, 
	naam TEXT COLLATE "NOCASE" NOT NULL, 
	hoofddoel TEXT, 
	hoofddoel_jaar INTEGER, 
	bron TEXT, 
	toelichting TEXT, 
	volgorde INTEGER, 
	nummer INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_thema PRIMARY KEY (id), 
	CONSTRAINT fk_thema_akkoord_id FOREIGN KEY(akkoord_id) REFERENCES akkoord (id)
);
CREATE TABLE verhuurder (
	naam TEXT COLLATE "NOCASE" NOT NULL, 
	partij_id VARCHAR, 
	afdeling TEXT, 
	ter_attentie_van TEXT, 
	straat TEXT, 
	postcode TEXT, 
	plaats TEXT COLLATE "NOCASE", 
	aanhef TEXT, 
	kenmerk_vorm TEXT, 
	adviestermijn_dagen INTEGER, 
	opmerkingen TEXT, 
	nummer INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_verhuurder PRIMARY KEY (id), 
	CONSTRAINT fk_verhuurder_partij_id FOREIGN KEY(partij_id) REFERENCES partij (id)
);
CREATE TABLE voorkeur (
	sleutel VARCHAR NOT NULL, 
	waarde TEXT NOT NULL, 
	CONSTRAINT pk_voorkeur PRIMARY KEY (sleutel)
);
