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
	verwijderd VARCHAR, indicator_id VARCHAR CONSTRAINT fk_actiepunt_indicator_id REFERENCES indicator (id), afwijking_id VARCHAR CONSTRAINT fk_actiepunt_afwijking_id REFERENCES afwijking (id), uitkomst TEXT, 
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
	verwijderd VARCHAR, vertrouwelijk BOOLEAN, 
	CONSTRAINT pk_actiepunt_bijlage PRIMARY KEY (id), 
	CONSTRAINT fk_actiepunt_bijlage_ouder_id FOREIGN KEY(ouder_id) REFERENCES actiepunt (id)
);
CREATE TABLE activiteit (
	naam TEXT COLLATE "NOCASE" NOT NULL, 
	overzicht_id VARCHAR NOT NULL, 
	thema_id VARCHAR, 
	afspraak_id VARCHAR, 
	indicator_id VARCHAR, 
	trefwoord TEXT COLLATE "NOCASE", 
	samen_met TEXT, 
	kern_id VARCHAR, 
	project TEXT COLLATE "NOCASE", 
	eenheid TEXT, 
	status TEXT NOT NULL, 
	afgesproken BOOLEAN NOT NULL, 
	afgesproken_op DATE, 
	resultaat TEXT, 
	bron TEXT, 
	toelichting TEXT, 
	nummer INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_activiteit PRIMARY KEY (id), 
	CONSTRAINT fk_activiteit_afspraak_id FOREIGN KEY(afspraak_id) REFERENCES afspraak (id), 
	CONSTRAINT fk_activiteit_indicator_id FOREIGN KEY(indicator_id) REFERENCES indicator (id), 
	CONSTRAINT fk_activiteit_kern_id FOREIGN KEY(kern_id) REFERENCES kern (id), 
	CONSTRAINT fk_activiteit_overzicht_id FOREIGN KEY(overzicht_id) REFERENCES activiteitenoverzicht (id), 
	CONSTRAINT fk_activiteit_thema_id FOREIGN KEY(thema_id) REFERENCES thema (id)
);
CREATE TABLE activiteit_jaar (
	ouder_id VARCHAR NOT NULL, 
	jaar INTEGER NOT NULL, 
	precisie TEXT, 
	aantal TEXT, 
	bedrag INTEGER, 
	aantal_gedaan TEXT, 
	bedrag_gedaan INTEGER, 
	toelichting TEXT, 
	volgorde INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_activiteit_jaar PRIMARY KEY (id), 
	CONSTRAINT fk_activiteit_jaar_ouder_id FOREIGN KEY(ouder_id) REFERENCES activiteit (id)
);
CREATE TABLE activiteitenoverzicht (
	naam TEXT COLLATE "NOCASE" NOT NULL, 
	akkoord_id VARCHAR NOT NULL, 
	partij_id VARCHAR NOT NULL, 
	jaar INTEGER NOT NULL, 
	status TEXT NOT NULL, 
	aangeleverd_op DATE, 
	besproken_op DATE, 
	vastgesteld_op DATE, 
	overleg_id VARCHAR, 
	adviesrecht TEXT, 
	adviesrecht_op DATE, 
	adviesrecht_reden TEXT, 
	advies_id VARCHAR, 
	bron TEXT, 
	toelichting TEXT, 
	nummer INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_activiteitenoverzicht PRIMARY KEY (id), 
	CONSTRAINT fk_activiteitenoverzicht_advies_id FOREIGN KEY(advies_id) REFERENCES advies (id), 
	CONSTRAINT fk_activiteitenoverzicht_akkoord_id FOREIGN KEY(akkoord_id) REFERENCES akkoord (id), 
	CONSTRAINT fk_activiteitenoverzicht_overleg_id FOREIGN KEY(overleg_id) REFERENCES overleg (id), 
	CONSTRAINT fk_activiteitenoverzicht_partij_id FOREIGN KEY(partij_id) REFERENCES partij (id)
);
CREATE TABLE activiteitenoverzicht_bijlage (
	ouder_id VARCHAR NOT NULL, 
	naam TEXT NOT NULL, 
	inhoud TEXT NOT NULL, 
	grootte INTEGER NOT NULL, 
	vertrouwelijk BOOLEAN, 
	toelichting TEXT, 
	volgorde INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_activiteitenoverzicht_bijlage PRIMARY KEY (id), 
	CONSTRAINT fk_activiteitenoverzicht_bijlage_ouder_id FOREIGN KEY(ouder_id) REFERENCES activiteitenoverzicht (id)
);
CREATE TABLE adres (
	naam TEXT COLLATE "NOCASE" NOT NULL, 
	postcode TEXT COLLATE "NOCASE" NOT NULL, 
	huisnummer INTEGER NOT NULL, 
	toevoeging TEXT, 
	straat TEXT COLLATE "NOCASE", 
	plaats TEXT COLLATE "NOCASE", 
	kern_id VARCHAR, 
	complex_id VARCHAR, 
	verhuurder_id VARCHAR, 
	eenheid TEXT COLLATE "NOCASE", 
	woningtype TEXT, 
	bouwjaar INTEGER, 
	energielabel TEXT, 
	actief BOOLEAN NOT NULL, 
	bron TEXT, 
	nummer INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_adres PRIMARY KEY (id), 
	CONSTRAINT fk_adres_complex_id FOREIGN KEY(complex_id) REFERENCES complex (id), 
	CONSTRAINT fk_adres_kern_id FOREIGN KEY(kern_id) REFERENCES kern (id), 
	CONSTRAINT fk_adres_verhuurder_id FOREIGN KEY(verhuurder_id) REFERENCES verhuurder (id)
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
	verwijderd VARCHAR, commissie_id VARCHAR CONSTRAINT fk_advies_commissie_id REFERENCES commissie (id), ontvangen_bewijs TEXT, volledig_bewijs TEXT, termijn_bewijs TEXT, verlengd_mondeling BOOLEAN, verlengd_bewijs TEXT, aanwezig TEXT, advies_ontvangen_bewijs TEXT, geen_bezwaar_bewijs TEXT, reactie_bewijs TEXT, redenen_bewijs TEXT, herinnerd_op DATE, overleg_gevraagd_op DATE, overlegd_op DATE, geschil_bij TEXT, geschil_op DATE, uitspraak_op DATE, uitspraak TEXT, 
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
	verwijderd VARCHAR, reactie TEXT, reactie_reden TEXT, 
	CONSTRAINT pk_advies_aanbeveling PRIMARY KEY (id), 
	CONSTRAINT fk_advies_aanbeveling_ouder_id FOREIGN KEY(ouder_id) REFERENCES advies (id)
);
CREATE TABLE advies_afspraak (
	ouder_id VARCHAR NOT NULL, 
	afspraak_id VARCHAR NOT NULL, 
	volgorde INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_advies_afspraak PRIMARY KEY (id), 
	CONSTRAINT fk_advies_afspraak_afspraak_id FOREIGN KEY(afspraak_id) REFERENCES afspraak (id), 
	CONSTRAINT fk_advies_afspraak_ouder_id FOREIGN KEY(ouder_id) REFERENCES advies (id)
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
CREATE TABLE advies_gebeurtenis (
	ouder_id VARCHAR NOT NULL, 
	datum DATE NOT NULL, 
	soort TEXT NOT NULL, 
	richting TEXT, 
	met TEXT, 
	tekst TEXT NOT NULL, 
	antwoord_voor DATE, 
	beantwoord_op DATE, 
	volgorde INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_advies_gebeurtenis PRIMARY KEY (id), 
	CONSTRAINT fk_advies_gebeurtenis_ouder_id FOREIGN KEY(ouder_id) REFERENCES advies (id)
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
	verwijderd VARCHAR, vertrouwelijk BOOLEAN, 
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
	verwijderd VARCHAR, reactie TEXT, reactie_reden TEXT, voldaan_bewijs TEXT, 
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
CREATE TABLE afwijking (
	naam TEXT COLLATE "NOCASE" NOT NULL, 
	doel_id VARCHAR NOT NULL, 
	indicator_id VARCHAR, 
	waarom TEXT NOT NULL, 
	gevraagd TEXT, 
	status TEXT NOT NULL, 
	gesignaleerd_op DATE, 
	toelichting TEXT, 
	nummer INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_afwijking PRIMARY KEY (id), 
	CONSTRAINT fk_afwijking_doel_id FOREIGN KEY(doel_id) REFERENCES doel (id), 
	CONSTRAINT fk_afwijking_indicator_id FOREIGN KEY(indicator_id) REFERENCES indicator (id)
);
CREATE TABLE afwijking_bijlage (
	ouder_id VARCHAR NOT NULL, 
	naam TEXT NOT NULL, 
	inhoud TEXT NOT NULL, 
	grootte INTEGER NOT NULL, 
	vertrouwelijk BOOLEAN, 
	toelichting TEXT, 
	volgorde INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_afwijking_bijlage PRIMARY KEY (id), 
	CONSTRAINT fk_afwijking_bijlage_ouder_id FOREIGN KEY(ouder_id) REFERENCES afwijking (id)
);
CREATE TABLE afwijking_stap (
	ouder_id VARCHAR NOT NULL, 
	stap TEXT NOT NULL, 
	datum DATE, 
	overleg_id VARCHAR, 
	optie TEXT, 
	toelichting TEXT, 
	volgorde INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_afwijking_stap PRIMARY KEY (id), 
	CONSTRAINT fk_afwijking_stap_ouder_id FOREIGN KEY(ouder_id) REFERENCES afwijking (id), 
	CONSTRAINT fk_afwijking_stap_overleg_id FOREIGN KEY(overleg_id) REFERENCES overleg (id)
);
CREATE TABLE agendamoment (
	naam TEXT COLLATE "NOCASE" NOT NULL, 
	akkoord_id VARCHAR, 
	anker_id VARCHAR, 
	jaar INTEGER NOT NULL, 
	van DATE, 
	tot DATE, 
	reden TEXT, 
	gedaan_op DATE, 
	vervallen BOOLEAN NOT NULL, 
	overleg_id VARCHAR, 
	herinnering_dagen INTEGER, 
	toelichting TEXT, 
	nummer INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_agendamoment PRIMARY KEY (id), 
	CONSTRAINT fk_agendamoment_akkoord_id FOREIGN KEY(akkoord_id) REFERENCES akkoord (id), 
	CONSTRAINT fk_agendamoment_anker_id FOREIGN KEY(anker_id) REFERENCES anker (id), 
	CONSTRAINT fk_agendamoment_overleg_id FOREIGN KEY(overleg_id) REFERENCES overleg (id)
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
	verwijderd VARCHAR, voorganger_id VARCHAR CONSTRAINT fk_akkoord_voorganger_id REFERENCES akkoord (id), 
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
CREATE TABLE behandeltermijn (
	naam TEXT COLLATE "NOCASE" NOT NULL, 
	categorie TEXT NOT NULL, 
	verhuurder_id VARCHAR, 
	dagen INTEGER NOT NULL, 
	soort TEXT NOT NULL, 
	bron TEXT, 
	nummer INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_behandeltermijn PRIMARY KEY (id), 
	CONSTRAINT fk_behandeltermijn_verhuurder_id FOREIGN KEY(verhuurder_id) REFERENCES verhuurder (id)
);
CREATE TABLE bezoekformulier (
	naam TEXT COLLATE "NOCASE" NOT NULL, 
	coach_id VARCHAR, 
	uitgegeven_op DATE NOT NULL, 
	vervallen_op DATE, 
	reden TEXT, 
	nummer INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_bezoekformulier PRIMARY KEY (id), 
	CONSTRAINT fk_bezoekformulier_coach_id FOREIGN KEY(coach_id) REFERENCES energiecoach (id)
);
CREATE TABLE bijstelling (
	naam TEXT COLLATE "NOCASE" NOT NULL, 
	akkoord_id VARCHAR, 
	doel_id VARCHAR, 
	afspraak_id VARCHAR, 
	indicator_id VARCHAR, 
	afwijking_id VARCHAR, 
	besloten_op DATE NOT NULL, 
	overleg_id VARCHAR, 
	optie TEXT COLLATE "NOCASE", 
	reden TEXT NOT NULL, 
	toelichting TEXT, 
	nummer INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_bijstelling PRIMARY KEY (id), 
	CONSTRAINT fk_bijstelling_afspraak_id FOREIGN KEY(afspraak_id) REFERENCES afspraak (id), 
	CONSTRAINT fk_bijstelling_afwijking_id FOREIGN KEY(afwijking_id) REFERENCES afwijking (id), 
	CONSTRAINT fk_bijstelling_akkoord_id FOREIGN KEY(akkoord_id) REFERENCES akkoord (id), 
	CONSTRAINT fk_bijstelling_doel_id FOREIGN KEY(doel_id) REFERENCES doel (id), 
	CONSTRAINT fk_bijstelling_indicator_id FOREIGN KEY(indicator_id) REFERENCES indicator (id), 
	CONSTRAINT fk_bijstelling_overleg_id FOREIGN KEY(overleg_id) REFERENCES overleg (id)
);
CREATE TABLE bijstelling_bijlage (
	ouder_id VARCHAR NOT NULL, 
	naam TEXT NOT NULL, 
	inhoud TEXT NOT NULL, 
	grootte INTEGER NOT NULL, 
	vertrouwelijk BOOLEAN, 
	toelichting TEXT, 
	volgorde INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_bijstelling_bijlage PRIMARY KEY (id), 
	CONSTRAINT fk_bijstelling_bijlage_ouder_id FOREIGN KEY(ouder_id) REFERENCES bijstelling (id)
);
CREATE TABLE bijstelling_verschil (
	ouder_id VARCHAR NOT NULL, 
	veld TEXT NOT NULL, 
	oud TEXT, 
	nieuw TEXT, 
	volgorde INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_bijstelling_verschil PRIMARY KEY (id), 
	CONSTRAINT fk_bijstelling_verschil_ouder_id FOREIGN KEY(ouder_id) REFERENCES bijstelling (id)
);
CREATE TABLE bouwkundige_eenheid (
	naam TEXT COLLATE "NOCASE" NOT NULL, 
	project_id VARCHAR NOT NULL, 
	complex_id VARCHAR, 
	omschrijving TEXT, 
	bepaald_door TEXT, 
	woningen_totaal INTEGER, 
	aangezegd_op DATE, 
	verhuurder_ja INTEGER, 
	verhuurder_van INTEGER, 
	verhuurder_op DATE, 
	toelichting TEXT, 
	nummer INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_bouwkundige_eenheid PRIMARY KEY (id), 
	CONSTRAINT fk_bouwkundige_eenheid_complex_id FOREIGN KEY(complex_id) REFERENCES complex (id), 
	CONSTRAINT fk_bouwkundige_eenheid_project_id FOREIGN KEY(project_id) REFERENCES renovatieproject (id)
);
CREATE TABLE brief (
	richting TEXT NOT NULL, 
	registernummer TEXT COLLATE "NOCASE", 
	soort TEXT NOT NULL, 
	datum DATE, 
	onderwerp TEXT COLLATE "NOCASE" NOT NULL, 
	verhuurder_id VARCHAR, 
	partij_id VARCHAR, 
	commissie_id VARCHAR, 
	aan TEXT, 
	namens_id VARCHAR, 
	advies_id VARCHAR, 
	raadpleging_id VARCHAR, 
	overleg_id VARCHAR, 
	antwoord_op_id VARCHAR, 
	behandelaar TEXT COLLATE "NOCASE", 
	status TEXT NOT NULL, 
	ons_kenmerk TEXT COLLATE "NOCASE", 
	hun_kenmerk TEXT COLLATE "NOCASE", 
	vertrouwelijk BOOLEAN NOT NULL, 
	tekst TEXT, 
	ontvangen_op DATE, 
	verstuurd_op DATE, 
	verstuurd_wijze TEXT, 
	verstuurd_bewijs TEXT, 
	aangekomen_op DATE, 
	aangekomen_bewijs TEXT, 
	antwoord_voor DATE, 
	beantwoord_op DATE, 
	toelichting TEXT, 
	nummer INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, eenheid_id VARCHAR CONSTRAINT fk_brief_eenheid_id REFERENCES bouwkundige_eenheid (id), 
	CONSTRAINT pk_brief PRIMARY KEY (id), 
	CONSTRAINT fk_brief_advies_id FOREIGN KEY(advies_id) REFERENCES advies (id), 
	CONSTRAINT fk_brief_antwoord_op_id FOREIGN KEY(antwoord_op_id) REFERENCES brief (id), 
	CONSTRAINT fk_brief_commissie_id FOREIGN KEY(commissie_id) REFERENCES commissie (id), 
	CONSTRAINT fk_brief_namens_id FOREIGN KEY(namens_id) REFERENCES partij (id), 
	CONSTRAINT fk_brief_overleg_id FOREIGN KEY(overleg_id) REFERENCES overleg (id), 
	CONSTRAINT fk_brief_partij_id FOREIGN KEY(partij_id) REFERENCES partij (id), 
	CONSTRAINT fk_brief_raadpleging_id FOREIGN KEY(raadpleging_id) REFERENCES raadpleging (id), 
	CONSTRAINT fk_brief_verhuurder_id FOREIGN KEY(verhuurder_id) REFERENCES verhuurder (id)
);
CREATE TABLE brief_bijlage (
	ouder_id VARCHAR NOT NULL, 
	naam TEXT NOT NULL, 
	inhoud TEXT NOT NULL, 
	grootte INTEGER NOT NULL, 
	vertrouwelijk BOOLEAN, 
	toelichting TEXT, 
	volgorde INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_brief_bijlage PRIMARY KEY (id), 
	CONSTRAINT fk_brief_bijlage_ouder_id FOREIGN KEY(ouder_id) REFERENCES brief (id)
);
CREATE TABLE brief_deel (
	ouder_id VARCHAR NOT NULL, 
	sleutel TEXT NOT NULL, 
	tekst TEXT, 
	basis TEXT, 
	volgorde INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_brief_deel PRIMARY KEY (id), 
	CONSTRAINT fk_brief_deel_ouder_id FOREIGN KEY(ouder_id) REFERENCES brief (id)
);
CREATE TABLE brief_versie (
	ouder_id VARCHAR NOT NULL, 
	versie INTEGER NOT NULL, 
	vastgelegd_op TEXT NOT NULL, 
	vastgelegd_door TEXT, 
	besluit_op DATE, 
	besluit TEXT, 
	tekst TEXT NOT NULL, 
	bronnen TEXT, 
	naam TEXT NOT NULL, 
	inhoud TEXT NOT NULL, 
	grootte INTEGER NOT NULL, 
	vertrouwelijk BOOLEAN, 
	toelichting TEXT, 
	volgorde INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_brief_versie PRIMARY KEY (id), 
	CONSTRAINT fk_brief_versie_ouder_id FOREIGN KEY(ouder_id) REFERENCES brief (id)
);
CREATE TABLE briefpapier (
	naam TEXT COLLATE "NOCASE" NOT NULL, 
	namens_id VARCHAR, 
	venster TEXT NOT NULL, 
	onderregel TEXT, 
	beeldmerk_breedte INTEGER, 
	nummer INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_briefpapier PRIMARY KEY (id), 
	CONSTRAINT fk_briefpapier_namens_id FOREIGN KEY(namens_id) REFERENCES partij (id)
);
CREATE TABLE briefpapier_beeldmerk (
	ouder_id VARCHAR NOT NULL, 
	naam TEXT NOT NULL, 
	inhoud TEXT NOT NULL, 
	grootte INTEGER NOT NULL, 
	vertrouwelijk BOOLEAN, 
	toelichting TEXT, 
	volgorde INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_briefpapier_beeldmerk PRIMARY KEY (id), 
	CONSTRAINT fk_briefpapier_beeldmerk_ouder_id FOREIGN KEY(ouder_id) REFERENCES briefpapier (id)
);
CREATE TABLE briefsjabloon (
	naam TEXT COLLATE "NOCASE" NOT NULL, 
	soort TEXT NOT NULL, 
	verhuurder_id VARCHAR, 
	tekst TEXT NOT NULL, 
	toelichting TEXT, 
	nummer INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_briefsjabloon PRIMARY KEY (id), 
	CONSTRAINT fk_briefsjabloon_verhuurder_id FOREIGN KEY(verhuurder_id) REFERENCES verhuurder (id)
);
CREATE TABLE campagne (
	titel TEXT COLLATE "NOCASE" NOT NULL, 
	soort TEXT NOT NULL, 
	onderwerp TEXT, 
	status TEXT NOT NULL, 
	start_op DATE, 
	eind_op DATE, 
	doel TEXT, 
	doel_maat TEXT, 
	doel_aantal INTEGER, 
	doelgroep TEXT, 
	doelgroep_aantal INTEGER, 
	doelgroep_bron TEXT, 
	thema_id VARCHAR, 
	verhuurder_id VARCHAR, 
	deel_van_id VARCHAR, 
	vorige_id VARCHAR, 
	partners TEXT, 
	materialen TEXT, 
	flyer_tekst TEXT, 
	flyer_adres TEXT, 
	budget INTEGER, 
	conclusies TEXT, 
	effect_aantal INTEGER, 
	effect_hoe TEXT, 
	bereik INTEGER, 
	contacten INTEGER, 
	deelnemers INTEGER, 
	aangemeld INTEGER, 
	nummer INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_campagne PRIMARY KEY (id), 
	CONSTRAINT fk_campagne_deel_van_id FOREIGN KEY(deel_van_id) REFERENCES campagne (id), 
	CONSTRAINT fk_campagne_thema_id FOREIGN KEY(thema_id) REFERENCES thema (id), 
	CONSTRAINT fk_campagne_verhuurder_id FOREIGN KEY(verhuurder_id) REFERENCES verhuurder (id), 
	CONSTRAINT fk_campagne_vorige_id FOREIGN KEY(vorige_id) REFERENCES campagne (id)
);
CREATE TABLE campagne_actie (
	ouder_id VARCHAR NOT NULL, 
	datum DATE NOT NULL, 
	naam TEXT, 
	vorm TEXT NOT NULL, 
	kanaal TEXT NOT NULL, 
	kern_id VARCHAR, 
	complex_id VARCHAR, 
	plek TEXT, 
	bereik INTEGER, 
	contacten INTEGER, 
	deelnemers INTEGER, 
	aangemeld INTEGER, 
	doorverwezen INTEGER, 
	doorverwezen_naar TEXT, 
	kosten INTEGER, 
	vrijwilligers_nodig INTEGER, 
	vrijwilligers INTEGER, 
	toelichting TEXT, 
	volgorde INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_campagne_actie PRIMARY KEY (id), 
	CONSTRAINT fk_campagne_actie_complex_id FOREIGN KEY(complex_id) REFERENCES complex (id), 
	CONSTRAINT fk_campagne_actie_kern_id FOREIGN KEY(kern_id) REFERENCES kern (id), 
	CONSTRAINT fk_campagne_actie_ouder_id FOREIGN KEY(ouder_id) REFERENCES campagne (id)
);
CREATE TABLE campagne_afspraak (
	ouder_id VARCHAR NOT NULL, 
	afspraak_id VARCHAR NOT NULL, 
	volgorde INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_campagne_afspraak PRIMARY KEY (id), 
	CONSTRAINT fk_campagne_afspraak_afspraak_id FOREIGN KEY(afspraak_id) REFERENCES afspraak (id), 
	CONSTRAINT fk_campagne_afspraak_ouder_id FOREIGN KEY(ouder_id) REFERENCES campagne (id)
);
CREATE TABLE campagne_bijlage (
	ouder_id VARCHAR NOT NULL, 
	naam TEXT NOT NULL, 
	inhoud TEXT NOT NULL, 
	grootte INTEGER NOT NULL, 
	toelichting TEXT, 
	volgorde INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, vertrouwelijk BOOLEAN, 
	CONSTRAINT pk_campagne_bijlage PRIMARY KEY (id), 
	CONSTRAINT fk_campagne_bijlage_ouder_id FOREIGN KEY(ouder_id) REFERENCES campagne (id)
);
CREATE TABLE campagne_complex (
	ouder_id VARCHAR NOT NULL, 
	complex_id VARCHAR NOT NULL, 
	volgorde INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_campagne_complex PRIMARY KEY (id), 
	CONSTRAINT fk_campagne_complex_complex_id FOREIGN KEY(complex_id) REFERENCES complex (id), 
	CONSTRAINT fk_campagne_complex_ouder_id FOREIGN KEY(ouder_id) REFERENCES campagne (id)
);
CREATE TABLE campagne_kern (
	ouder_id VARCHAR NOT NULL, 
	kern_id VARCHAR NOT NULL, 
	volgorde INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_campagne_kern PRIMARY KEY (id), 
	CONSTRAINT fk_campagne_kern_kern_id FOREIGN KEY(kern_id) REFERENCES kern (id), 
	CONSTRAINT fk_campagne_kern_ouder_id FOREIGN KEY(ouder_id) REFERENCES campagne (id)
);
CREATE TABLE campagne_meting (
	ouder_id VARCHAR NOT NULL, 
	datum DATE, 
	vraag TEXT NOT NULL, 
	soort TEXT NOT NULL, 
	gelukt_vanaf INTEGER, 
	beantwoord INTEGER, 
	gelukt INTEGER, 
	volgorde INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_campagne_meting PRIMARY KEY (id), 
	CONSTRAINT fk_campagne_meting_ouder_id FOREIGN KEY(ouder_id) REFERENCES campagne (id)
);
CREATE TABLE commissie (
	naam TEXT COLLATE "NOCASE" NOT NULL, 
	verhuurder_id VARCHAR, 
	kern_id VARCHAR, 
	aantal_woningen INTEGER, 
	opgericht_op DATE, 
	erkend_op DATE, 
	opgeheven_op DATE, 
	overeenkomst_op DATE, 
	vacatures INTEGER, 
	mandaat_getekend INTEGER, 
	mandaat_op DATE, 
	budget INTEGER, 
	jaarverslag_op DATE, 
	voorkeur TEXT, 
	contact_telefoon TEXT, 
	contact_email TEXT, 
	volgende_stap TEXT, 
	volgende_stap_op DATE, 
	toelichting TEXT, 
	nummer INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_commissie PRIMARY KEY (id), 
	CONSTRAINT fk_commissie_kern_id FOREIGN KEY(kern_id) REFERENCES kern (id), 
	CONSTRAINT fk_commissie_verhuurder_id FOREIGN KEY(verhuurder_id) REFERENCES verhuurder (id)
);
CREATE TABLE commissie_bijlage (
	ouder_id VARCHAR NOT NULL, 
	naam TEXT NOT NULL, 
	inhoud TEXT NOT NULL, 
	grootte INTEGER NOT NULL, 
	toelichting TEXT, 
	volgorde INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, vertrouwelijk BOOLEAN, 
	CONSTRAINT pk_commissie_bijlage PRIMARY KEY (id), 
	CONSTRAINT fk_commissie_bijlage_ouder_id FOREIGN KEY(ouder_id) REFERENCES commissie (id)
);
CREATE TABLE commissie_complex (
	ouder_id VARCHAR NOT NULL, 
	complex_id VARCHAR NOT NULL, 
	volgorde INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_commissie_complex PRIMARY KEY (id), 
	CONSTRAINT fk_commissie_complex_complex_id FOREIGN KEY(complex_id) REFERENCES complex (id), 
	CONSTRAINT fk_commissie_complex_ouder_id FOREIGN KEY(ouder_id) REFERENCES commissie (id)
);
CREATE TABLE commissie_lid (
	ouder_id VARCHAR NOT NULL, 
	naam TEXT NOT NULL, 
	rol TEXT NOT NULL, 
	van DATE, 
	tot DATE, 
	telefoon TEXT, 
	email TEXT, 
	volgorde INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_commissie_lid PRIMARY KEY (id), 
	CONSTRAINT fk_commissie_lid_ouder_id FOREIGN KEY(ouder_id) REFERENCES commissie (id)
);
CREATE TABLE commissie_ondersteuning (
	ouder_id VARCHAR NOT NULL, 
	datum DATE NOT NULL, 
	soort TEXT NOT NULL, 
	uren INTEGER, 
	toelichting TEXT, 
	volgorde INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_commissie_ondersteuning PRIMARY KEY (id), 
	CONSTRAINT fk_commissie_ondersteuning_ouder_id FOREIGN KEY(ouder_id) REFERENCES commissie (id)
);
CREATE TABLE commissie_overleg (
	ouder_id VARCHAR NOT NULL, 
	overleg_id VARCHAR NOT NULL, 
	volgorde INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_commissie_overleg PRIMARY KEY (id), 
	CONSTRAINT fk_commissie_overleg_ouder_id FOREIGN KEY(ouder_id) REFERENCES commissie (id), 
	CONSTRAINT fk_commissie_overleg_overleg_id FOREIGN KEY(overleg_id) REFERENCES overleg (id)
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
CREATE TABLE contact (
	naam TEXT COLLATE "NOCASE" NOT NULL, 
	functie TEXT COLLATE "NOCASE", 
	partij_id VARCHAR, 
	verhuurder_id VARCHAR, 
	commissie_id VARCHAR, 
	telefoon TEXT, 
	email TEXT, 
	adres_tekst TEXT, 
	waarvoor TEXT, 
	gestopt_op DATE, 
	toelichting TEXT, 
	nummer INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_contact PRIMARY KEY (id), 
	CONSTRAINT fk_contact_commissie_id FOREIGN KEY(commissie_id) REFERENCES commissie (id), 
	CONSTRAINT fk_contact_partij_id FOREIGN KEY(partij_id) REFERENCES partij (id), 
	CONSTRAINT fk_contact_verhuurder_id FOREIGN KEY(verhuurder_id) REFERENCES verhuurder (id)
);
CREATE TABLE datalek (
	titel TEXT COLLATE "NOCASE" NOT NULL, 
	soort TEXT NOT NULL, 
	gebeurd_op DATE, 
	ontdekt_op DATE NOT NULL, 
	ontdekt_om TEXT, 
	omschrijving TEXT, 
	gegevens TEXT, 
	aantal INTEGER, 
	beveiligd TEXT, 
	risico TEXT, 
	afweging TEXT, 
	gemeld_ap_op DATE, 
	gemeld_ap_om TEXT, 
	waarom_later TEXT, 
	gemeld_mensen_op DATE, 
	maatregelen TEXT, 
	afgerond_op DATE, 
	nummer INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_datalek PRIMARY KEY (id)
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
CREATE TABLE energiebezoek (
	naam TEXT COLLATE "NOCASE", 
	datum DATE, 
	coach_id VARCHAR, 
	status TEXT NOT NULL, 
	gesproken BOOLEAN NOT NULL, 
	zonder_adres BOOLEAN NOT NULL, 
	postcode TEXT, 
	huisnummer INTEGER, 
	toevoeging TEXT, 
	straat TEXT, 
	plaats TEXT, 
	adres_id VARCHAR, 
	kern_id VARCHAR, 
	complex_id VARCHAR, 
	verhuurder_id VARCHAR, 
	formulier_id VARCHAR, 
	campagne_id VARCHAR, 
	thema_id VARCHAR, 
	aangevraagd_op DATE, 
	herkomst TEXT, 
	aanleiding TEXT, 
	wens TEXT, 
	bewoner_naam TEXT, 
	bewoner_telefoon TEXT, 
	bewoner_email TEXT, 
	woningtype TEXT, 
	bouwjaar INTEGER, 
	energielabel TEXT, 
	verwarming TEXT, 
	koken TEXT, 
	glas TEXT, 
	ventilatie TEXT, 
	aanvoertemperatuur INTEGER, 
	huishouden TEXT, 
	gas_jaar INTEGER, 
	stroom_jaar INTEGER, 
	water_jaar INTEGER, 
	thermostaat_hoog TEXT, 
	thermostaat_laag TEXT, 
	grote_verbruikers TEXT, 
	warmte TEXT, 
	tocht_gezegd TEXT, 
	vocht_gezegd TEXT, 
	schimmel_gezegd TEXT, 
	ventileren_gezegd TEXT, 
	bewoner_zegt TEXT, 
	tocht_gezien TEXT, 
	vocht_gezien TEXT, 
	schimmel_gezien TEXT, 
	ventileren_gezien TEXT, 
	coach_ziet TEXT, 
	doorverwezen BOOLEAN NOT NULL, 
	duur INTEGER, 
	opmerking TEXT, 
	nazorg_gepland_op DATE, 
	nazorg_op DATE, 
	tevreden INTEGER, 
	aanbevelen TEXT, 
	nazorg_opmerking TEXT, 
	vervallen_op DATE, 
	vervallen_reden TEXT, 
	nummer INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, zelfde_woning_id VARCHAR CONSTRAINT fk_energiebezoek_zelfde_woning_id REFERENCES energiebezoek (id), 
	CONSTRAINT pk_energiebezoek PRIMARY KEY (id), 
	CONSTRAINT fk_energiebezoek_adres_id FOREIGN KEY(adres_id) REFERENCES adres (id), 
	CONSTRAINT fk_energiebezoek_campagne_id FOREIGN KEY(campagne_id) REFERENCES campagne (id), 
	CONSTRAINT fk_energiebezoek_coach_id FOREIGN KEY(coach_id) REFERENCES energiecoach (id), 
	CONSTRAINT fk_energiebezoek_complex_id FOREIGN KEY(complex_id) REFERENCES complex (id), 
	CONSTRAINT fk_energiebezoek_formulier_id FOREIGN KEY(formulier_id) REFERENCES bezoekformulier (id), 
	CONSTRAINT fk_energiebezoek_kern_id FOREIGN KEY(kern_id) REFERENCES kern (id), 
	CONSTRAINT fk_energiebezoek_thema_id FOREIGN KEY(thema_id) REFERENCES thema (id), 
	CONSTRAINT fk_energiebezoek_verhuurder_id FOREIGN KEY(verhuurder_id) REFERENCES verhuurder (id)
);
CREATE TABLE energiebezoek_bijlage (
	ouder_id VARCHAR NOT NULL, 
	naam TEXT NOT NULL, 
	inhoud TEXT NOT NULL, 
	grootte INTEGER NOT NULL, 
	toelichting TEXT, 
	volgorde INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, vertrouwelijk BOOLEAN, 
	CONSTRAINT pk_energiebezoek_bijlage PRIMARY KEY (id), 
	CONSTRAINT fk_energiebezoek_bijlage_ouder_id FOREIGN KEY(ouder_id) REFERENCES energiebezoek (id)
);
CREATE TABLE energiebezoek_contactmoment (
	ouder_id VARCHAR NOT NULL, 
	datum DATE NOT NULL, 
	tijd TEXT, 
	soort TEXT NOT NULL, 
	uitkomst TEXT NOT NULL, 
	toelichting TEXT, 
	volgorde INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_energiebezoek_contactmoment PRIMARY KEY (id), 
	CONSTRAINT fk_energiebezoek_contactmoment_ouder_id FOREIGN KEY(ouder_id) REFERENCES energiebezoek (id)
);
CREATE TABLE energiebezoek_knelpunt (
	ouder_id VARCHAR NOT NULL, 
	knelpunt_id VARCHAR NOT NULL, 
	volgorde INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_energiebezoek_knelpunt PRIMARY KEY (id), 
	CONSTRAINT fk_energiebezoek_knelpunt_knelpunt_id FOREIGN KEY(knelpunt_id) REFERENCES knelpunt (id), 
	CONSTRAINT fk_energiebezoek_knelpunt_ouder_id FOREIGN KEY(ouder_id) REFERENCES energiebezoek (id)
);
CREATE TABLE energiebezoek_maatregel (
	ouder_id VARCHAR NOT NULL, 
	maatregel_id VARCHAR NOT NULL, 
	hoe_ver TEXT NOT NULL, 
	stand TEXT, 
	wie TEXT, 
	aantal TEXT, 
	toelichting TEXT, 
	na_nazorg TEXT, 
	volgorde INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_energiebezoek_maatregel PRIMARY KEY (id), 
	CONSTRAINT fk_energiebezoek_maatregel_maatregel_id FOREIGN KEY(maatregel_id) REFERENCES maatregel (id), 
	CONSTRAINT fk_energiebezoek_maatregel_ouder_id FOREIGN KEY(ouder_id) REFERENCES energiebezoek (id)
);
CREATE TABLE energiebezoek_meterstand (
	ouder_id VARCHAR NOT NULL, 
	meter TEXT NOT NULL, 
	moment TEXT NOT NULL, 
	datum DATE, 
	stand TEXT NOT NULL, 
	volgorde INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_energiebezoek_meterstand PRIMARY KEY (id), 
	CONSTRAINT fk_energiebezoek_meterstand_ouder_id FOREIGN KEY(ouder_id) REFERENCES energiebezoek (id)
);
CREATE TABLE energiebezoek_toestemming (
	ouder_id VARCHAR NOT NULL, 
	doel TEXT NOT NULL, 
	tekstversie TEXT NOT NULL, 
	gegeven_op DATE NOT NULL, 
	hoe TEXT NOT NULL, 
	ingetrokken_op DATE, 
	volgorde INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_energiebezoek_toestemming PRIMARY KEY (id), 
	CONSTRAINT fk_energiebezoek_toestemming_ouder_id FOREIGN KEY(ouder_id) REFERENCES energiebezoek (id)
);
CREATE TABLE energiecoach (
	naam TEXT COLLATE "NOCASE" NOT NULL, 
	opleiding TEXT, 
	opleiding_op DATE, 
	vog_gezien_op DATE, 
	geheimhouding_op DATE, 
	actief_van DATE, 
	actief_tot DATE, 
	per_week INTEGER, 
	telefoon TEXT, 
	email TEXT, 
	toelichting TEXT, 
	nummer INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_energiecoach PRIMARY KEY (id)
);
CREATE TABLE energiecoach_kern (
	ouder_id VARCHAR NOT NULL, 
	kern_id VARCHAR NOT NULL, 
	volgorde INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_energiecoach_kern PRIMARY KEY (id), 
	CONSTRAINT fk_energiecoach_kern_kern_id FOREIGN KEY(kern_id) REFERENCES kern (id), 
	CONSTRAINT fk_energiecoach_kern_ouder_id FOREIGN KEY(ouder_id) REFERENCES energiecoach (id)
);
CREATE TABLE inbrengpunt (
	naam TEXT COLLATE "NOCASE" NOT NULL, 
	soort TEXT NOT NULL, 
	overzicht_id VARCHAR NOT NULL, 
	activiteit_id VARCHAR, 
	thema_id VARCHAR, 
	tekst TEXT, 
	onderbouwing TEXT, 
	status TEXT NOT NULL, 
	ingebracht_op DATE, 
	overleg_id VARCHAR, 
	reactie TEXT, 
	reactie_tekst TEXT, 
	reactie_op DATE, 
	nummer INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_inbrengpunt PRIMARY KEY (id), 
	CONSTRAINT fk_inbrengpunt_activiteit_id FOREIGN KEY(activiteit_id) REFERENCES activiteit (id), 
	CONSTRAINT fk_inbrengpunt_overleg_id FOREIGN KEY(overleg_id) REFERENCES overleg (id), 
	CONSTRAINT fk_inbrengpunt_overzicht_id FOREIGN KEY(overzicht_id) REFERENCES activiteitenoverzicht (id), 
	CONSTRAINT fk_inbrengpunt_thema_id FOREIGN KEY(thema_id) REFERENCES thema (id)
);
CREATE TABLE inbrengpunt_knelpunt (
	ouder_id VARCHAR NOT NULL, 
	knelpunt_id VARCHAR NOT NULL, 
	volgorde INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_inbrengpunt_knelpunt PRIMARY KEY (id), 
	CONSTRAINT fk_inbrengpunt_knelpunt_knelpunt_id FOREIGN KEY(knelpunt_id) REFERENCES knelpunt (id), 
	CONSTRAINT fk_inbrengpunt_knelpunt_ouder_id FOREIGN KEY(ouder_id) REFERENCES inbrengpunt (id)
);
CREATE TABLE inbrengpunt_raadpleging (
	ouder_id VARCHAR NOT NULL, 
	raadpleging_id VARCHAR NOT NULL, 
	volgorde INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_inbrengpunt_raadpleging PRIMARY KEY (id), 
	CONSTRAINT fk_inbrengpunt_raadpleging_ouder_id FOREIGN KEY(ouder_id) REFERENCES inbrengpunt (id), 
	CONSTRAINT fk_inbrengpunt_raadpleging_raadpleging_id FOREIGN KEY(raadpleging_id) REFERENCES raadpleging (id)
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
CREATE TABLE indicator_oordeel (
	ouder_id VARCHAR NOT NULL, 
	datum DATE NOT NULL, 
	tot DATE, 
	stand TEXT NOT NULL, 
	reden TEXT NOT NULL, 
	volgorde INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_indicator_oordeel PRIMARY KEY (id), 
	CONSTRAINT fk_indicator_oordeel_ouder_id FOREIGN KEY(ouder_id) REFERENCES indicator (id)
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
CREATE TABLE indicator_voorganger (
	ouder_id VARCHAR NOT NULL, 
	indicator_id VARCHAR NOT NULL, 
	toelichting TEXT, 
	volgorde INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_indicator_voorganger PRIMARY KEY (id), 
	CONSTRAINT fk_indicator_voorganger_indicator_id FOREIGN KEY(indicator_id) REFERENCES indicator (id), 
	CONSTRAINT fk_indicator_voorganger_ouder_id FOREIGN KEY(ouder_id) REFERENCES indicator (id)
);
CREATE TABLE inhoud (
	sha256 VARCHAR NOT NULL, 
	grootte INTEGER NOT NULL, 
	bytes BLOB NOT NULL, 
	CONSTRAINT pk_inhoud PRIMARY KEY (sha256)
);
CREATE INDEX ix_actiepunt_afgesproken_op_id ON actiepunt (afgesproken_op, id);
CREATE INDEX ix_actiepunt_afspraak_id_id ON actiepunt (afspraak_id, id);
CREATE INDEX ix_actiepunt_afwijking_id_id ON actiepunt (afwijking_id, id);
CREATE INDEX ix_actiepunt_bijlage_ouder_id ON actiepunt_bijlage (ouder_id);
CREATE INDEX ix_actiepunt_gedaan_op_id ON actiepunt (gedaan_op, id);
CREATE INDEX ix_actiepunt_indicator_id_id ON actiepunt (indicator_id, id);
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
CREATE INDEX ix_activiteit_afgesproken_id ON activiteit (afgesproken, id);
CREATE INDEX ix_activiteit_afspraak_id_id ON activiteit (afspraak_id, id);
CREATE INDEX ix_activiteit_indicator_id_id ON activiteit (indicator_id, id);
CREATE INDEX ix_activiteit_jaar_ouder_id ON activiteit_jaar (ouder_id);
CREATE INDEX ix_activiteit_kern_id_id ON activiteit (kern_id, id);
CREATE INDEX ix_activiteit_naam_id ON activiteit (naam, id);
CREATE INDEX ix_activiteit_nummer_id ON activiteit (nummer, id);
CREATE INDEX ix_activiteit_overzicht_id_id ON activiteit (overzicht_id, id);
CREATE INDEX ix_activiteit_project_id ON activiteit (project, id);
CREATE INDEX ix_activiteit_prullenbak ON activiteit (id) WHERE verwijderd = 'prullenbak';
CREATE INDEX ix_activiteit_status_id ON activiteit (status, id);
CREATE INDEX ix_activiteit_thema_id_id ON activiteit (thema_id, id);
CREATE INDEX ix_activiteit_trefwoord_id ON activiteit (trefwoord, id);
CREATE INDEX ix_activiteitenoverzicht_aangeleverd_op_id ON activiteitenoverzicht (aangeleverd_op, id);
CREATE INDEX ix_activiteitenoverzicht_advies_id_id ON activiteitenoverzicht (advies_id, id);
CREATE INDEX ix_activiteitenoverzicht_adviesrecht_id ON activiteitenoverzicht (adviesrecht, id);
CREATE INDEX ix_activiteitenoverzicht_akkoord_id_id ON activiteitenoverzicht (akkoord_id, id);
CREATE INDEX ix_activiteitenoverzicht_bijlage_ouder_id ON activiteitenoverzicht_bijlage (ouder_id);
CREATE INDEX ix_activiteitenoverzicht_jaar_id ON activiteitenoverzicht (jaar, id);
CREATE INDEX ix_activiteitenoverzicht_naam_id ON activiteitenoverzicht (naam, id);
CREATE INDEX ix_activiteitenoverzicht_nummer_id ON activiteitenoverzicht (nummer, id);
CREATE INDEX ix_activiteitenoverzicht_overleg_id_id ON activiteitenoverzicht (overleg_id, id);
CREATE INDEX ix_activiteitenoverzicht_partij_id_id ON activiteitenoverzicht (partij_id, id);
CREATE INDEX ix_activiteitenoverzicht_prullenbak ON activiteitenoverzicht (id) WHERE verwijderd = 'prullenbak';
CREATE INDEX ix_activiteitenoverzicht_status_id ON activiteitenoverzicht (status, id);
CREATE INDEX ix_activiteitenoverzicht_vastgesteld_op_id ON activiteitenoverzicht (vastgesteld_op, id);
CREATE INDEX ix_adres_actief_id ON adres (actief, id);
CREATE INDEX ix_adres_bekend ON adres (postcode, huisnummer, toevoeging);
CREATE INDEX ix_adres_complex_id_id ON adres (complex_id, id);
CREATE INDEX ix_adres_eenheid_id ON adres (eenheid, id);
CREATE INDEX ix_adres_energielabel_id ON adres (energielabel, id);
CREATE INDEX ix_adres_kern_id_id ON adres (kern_id, id);
CREATE INDEX ix_adres_naam_id ON adres (naam, id);
CREATE INDEX ix_adres_nummer_id ON adres (nummer, id);
CREATE INDEX ix_adres_plaats_id ON adres (plaats, id);
CREATE INDEX ix_adres_postcode_id ON adres (postcode, id);
CREATE INDEX ix_adres_prullenbak ON adres (id) WHERE verwijderd = 'prullenbak';
CREATE INDEX ix_adres_straat_id ON adres (straat, id);
CREATE INDEX ix_adres_verhuurder_id_id ON adres (verhuurder_id, id);
CREATE INDEX ix_adres_woningtype_id ON adres (woningtype, id);
CREATE INDEX ix_advies_aanbeveling_ouder_id ON advies_aanbeveling (ouder_id);
CREATE INDEX ix_advies_afgesloten_op_id ON advies (afgesloten_op, id);
CREATE INDEX ix_advies_afspraak_afspraak_id_id ON advies_afspraak (afspraak_id, id);
CREATE INDEX ix_advies_afspraak_id_id ON advies (afspraak_id, id);
CREATE INDEX ix_advies_afspraak_ouder_id ON advies_afspraak (ouder_id);
CREATE INDEX ix_advies_behandelaar_id ON advies (behandelaar, id);
CREATE INDEX ix_advies_bijlage_ouder_id ON advies_bijlage (ouder_id);
CREATE INDEX ix_advies_commissie_id_id ON advies (commissie_id, id);
CREATE INDEX ix_advies_complex_id_id ON advies (complex_id, id);
CREATE INDEX ix_advies_gebeurtenis_ouder_id ON advies_gebeurtenis (ouder_id);
CREATE INDEX ix_advies_geschil_bij_id ON advies (geschil_bij, id);
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
CREATE INDEX ix_afwijking_bijlage_ouder_id ON afwijking_bijlage (ouder_id);
CREATE INDEX ix_afwijking_doel_id_id ON afwijking (doel_id, id);
CREATE INDEX ix_afwijking_gesignaleerd_op_id ON afwijking (gesignaleerd_op, id);
CREATE INDEX ix_afwijking_indicator_id_id ON afwijking (indicator_id, id);
CREATE INDEX ix_afwijking_naam_id ON afwijking (naam, id);
CREATE INDEX ix_afwijking_nummer_id ON afwijking (nummer, id);
CREATE INDEX ix_afwijking_prullenbak ON afwijking (id) WHERE verwijderd = 'prullenbak';
CREATE INDEX ix_afwijking_stap_ouder_id ON afwijking_stap (ouder_id);
CREATE INDEX ix_afwijking_stap_overleg_id_id ON afwijking_stap (overleg_id, id);
CREATE INDEX ix_afwijking_status_id ON afwijking (status, id);
CREATE INDEX ix_agendamoment_akkoord_id_id ON agendamoment (akkoord_id, id);
CREATE INDEX ix_agendamoment_anker_id_id ON agendamoment (anker_id, id);
CREATE INDEX ix_agendamoment_gedaan_op_id ON agendamoment (gedaan_op, id);
CREATE INDEX ix_agendamoment_jaar_id ON agendamoment (jaar, id);
CREATE INDEX ix_agendamoment_naam_id ON agendamoment (naam, id);
CREATE INDEX ix_agendamoment_nummer_id ON agendamoment (nummer, id);
CREATE INDEX ix_agendamoment_overleg_id_id ON agendamoment (overleg_id, id);
CREATE INDEX ix_agendamoment_prullenbak ON agendamoment (id) WHERE verwijderd = 'prullenbak';
CREATE INDEX ix_agendamoment_tot_id ON agendamoment (tot, id);
CREATE INDEX ix_agendamoment_van_id ON agendamoment (van, id);
CREATE INDEX ix_agendamoment_vervallen_id ON agendamoment (vervallen, id);
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
CREATE INDEX ix_akkoord_voorganger_id_id ON akkoord (voorganger_id, id);
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
CREATE INDEX ix_behandeltermijn_categorie_id ON behandeltermijn (categorie, id);
CREATE INDEX ix_behandeltermijn_naam_id ON behandeltermijn (naam, id);
CREATE INDEX ix_behandeltermijn_nummer_id ON behandeltermijn (nummer, id);
CREATE INDEX ix_behandeltermijn_prullenbak ON behandeltermijn (id) WHERE verwijderd = 'prullenbak';
CREATE INDEX ix_behandeltermijn_verhuurder_id_id ON behandeltermijn (verhuurder_id, id);
CREATE INDEX ix_bezoekformulier_coach_id_id ON bezoekformulier (coach_id, id);
CREATE INDEX ix_bezoekformulier_naam_id ON bezoekformulier (naam, id);
CREATE INDEX ix_bezoekformulier_nummer_id ON bezoekformulier (nummer, id);
CREATE INDEX ix_bezoekformulier_prullenbak ON bezoekformulier (id) WHERE verwijderd = 'prullenbak';
CREATE INDEX ix_bezoekformulier_uitgegeven_op_id ON bezoekformulier (uitgegeven_op, id);
CREATE INDEX ix_bezoekformulier_vervallen_op_id ON bezoekformulier (vervallen_op, id);
CREATE INDEX ix_bijstelling_afspraak_id_id ON bijstelling (afspraak_id, id);
CREATE INDEX ix_bijstelling_afwijking_id_id ON bijstelling (afwijking_id, id);
CREATE INDEX ix_bijstelling_akkoord_id_id ON bijstelling (akkoord_id, id);
CREATE INDEX ix_bijstelling_besloten_op_id ON bijstelling (besloten_op, id);
CREATE INDEX ix_bijstelling_bijlage_ouder_id ON bijstelling_bijlage (ouder_id);
CREATE INDEX ix_bijstelling_doel_id_id ON bijstelling (doel_id, id);
CREATE INDEX ix_bijstelling_indicator_id_id ON bijstelling (indicator_id, id);
CREATE INDEX ix_bijstelling_naam_id ON bijstelling (naam, id);
CREATE INDEX ix_bijstelling_nummer_id ON bijstelling (nummer, id);
CREATE INDEX ix_bijstelling_optie_id ON bijstelling (optie, id);
CREATE INDEX ix_bijstelling_overleg_id_id ON bijstelling (overleg_id, id);
CREATE INDEX ix_bijstelling_prullenbak ON bijstelling (id) WHERE verwijderd = 'prullenbak';
CREATE INDEX ix_bijstelling_verschil_ouder_id ON bijstelling_verschil (ouder_id);
CREATE INDEX ix_bouwkundige_eenheid_aangezegd_op_id ON bouwkundige_eenheid (aangezegd_op, id);
CREATE INDEX ix_bouwkundige_eenheid_complex_id_id ON bouwkundige_eenheid (complex_id, id);
CREATE INDEX ix_bouwkundige_eenheid_naam_id ON bouwkundige_eenheid (naam, id);
CREATE INDEX ix_bouwkundige_eenheid_nummer_id ON bouwkundige_eenheid (nummer, id);
CREATE INDEX ix_bouwkundige_eenheid_project_id_id ON bouwkundige_eenheid (project_id, id);
CREATE INDEX ix_bouwkundige_eenheid_prullenbak ON bouwkundige_eenheid (id) WHERE verwijderd = 'prullenbak';
CREATE INDEX ix_brief_advies_id_id ON brief (advies_id, id);
CREATE INDEX ix_brief_antwoord_op_id_id ON brief (antwoord_op_id, id);
CREATE INDEX ix_brief_antwoord_voor_id ON brief (antwoord_voor, id);
CREATE INDEX ix_brief_beantwoord_op_id ON brief (beantwoord_op, id);
CREATE INDEX ix_brief_behandelaar_id ON brief (behandelaar, id);
CREATE INDEX ix_brief_bijlage_ouder_id ON brief_bijlage (ouder_id);
CREATE INDEX ix_brief_commissie_id_id ON brief (commissie_id, id);
CREATE INDEX ix_brief_datum_id ON brief (datum, id);
CREATE INDEX ix_brief_deel_ouder_id ON brief_deel (ouder_id);
CREATE INDEX ix_brief_eenheid_id_id ON brief (eenheid_id, id);
CREATE INDEX ix_brief_hun_kenmerk_id ON brief (hun_kenmerk, id);
CREATE INDEX ix_brief_namens_id_id ON brief (namens_id, id);
CREATE INDEX ix_brief_nummer_id ON brief (nummer, id);
CREATE INDEX ix_brief_onderwerp_id ON brief (onderwerp, id);
CREATE INDEX ix_brief_ons_kenmerk_id ON brief (ons_kenmerk, id);
CREATE INDEX ix_brief_ontvangen_op_id ON brief (ontvangen_op, id);
CREATE INDEX ix_brief_overleg_id_id ON brief (overleg_id, id);
CREATE INDEX ix_brief_partij_id_id ON brief (partij_id, id);
CREATE INDEX ix_brief_prullenbak ON brief (id) WHERE verwijderd = 'prullenbak';
CREATE INDEX ix_brief_raadpleging_id_id ON brief (raadpleging_id, id);
CREATE INDEX ix_brief_registernummer_id ON brief (registernummer, id);
CREATE INDEX ix_brief_richting_id ON brief (richting, id);
CREATE INDEX ix_brief_soort_id ON brief (soort, id);
CREATE INDEX ix_brief_status_id ON brief (status, id);
CREATE INDEX ix_brief_verhuurder_id_id ON brief (verhuurder_id, id);
CREATE INDEX ix_brief_versie_ouder_id ON brief_versie (ouder_id);
CREATE INDEX ix_brief_verstuurd_op_id ON brief (verstuurd_op, id);
CREATE INDEX ix_briefpapier_beeldmerk_ouder_id ON briefpapier_beeldmerk (ouder_id);
CREATE INDEX ix_briefpapier_naam_id ON briefpapier (naam, id);
CREATE INDEX ix_briefpapier_namens_id_id ON briefpapier (namens_id, id);
CREATE INDEX ix_briefpapier_nummer_id ON briefpapier (nummer, id);
CREATE INDEX ix_briefpapier_prullenbak ON briefpapier (id) WHERE verwijderd = 'prullenbak';
CREATE INDEX ix_briefsjabloon_naam_id ON briefsjabloon (naam, id);
CREATE INDEX ix_briefsjabloon_nummer_id ON briefsjabloon (nummer, id);
CREATE INDEX ix_briefsjabloon_prullenbak ON briefsjabloon (id) WHERE verwijderd = 'prullenbak';
CREATE INDEX ix_briefsjabloon_soort_id ON briefsjabloon (soort, id);
CREATE INDEX ix_briefsjabloon_verhuurder_id_id ON briefsjabloon (verhuurder_id, id);
CREATE INDEX ix_campagne_aangemeld_id ON campagne (aangemeld, id);
CREATE INDEX ix_campagne_actie_complex_id_id ON campagne_actie (complex_id, id);
CREATE INDEX ix_campagne_actie_datum_id ON campagne_actie (datum, id);
CREATE INDEX ix_campagne_actie_kern_id_id ON campagne_actie (kern_id, id);
CREATE INDEX ix_campagne_actie_ouder_id ON campagne_actie (ouder_id);
CREATE INDEX ix_campagne_afspraak_afspraak_id_id ON campagne_afspraak (afspraak_id, id);
CREATE INDEX ix_campagne_afspraak_ouder_id ON campagne_afspraak (ouder_id);
CREATE INDEX ix_campagne_bereik_id ON campagne (bereik, id);
CREATE INDEX ix_campagne_bijlage_ouder_id ON campagne_bijlage (ouder_id);
CREATE INDEX ix_campagne_complex_complex_id_id ON campagne_complex (complex_id, id);
CREATE INDEX ix_campagne_complex_ouder_id ON campagne_complex (ouder_id);
CREATE INDEX ix_campagne_contacten_id ON campagne (contacten, id);
CREATE INDEX ix_campagne_deel_van_id_id ON campagne (deel_van_id, id);
CREATE INDEX ix_campagne_deelnemers_id ON campagne (deelnemers, id);
CREATE INDEX ix_campagne_doelgroep_aantal_id ON campagne (doelgroep_aantal, id);
CREATE INDEX ix_campagne_eind_op_id ON campagne (eind_op, id);
CREATE INDEX ix_campagne_kern_kern_id_id ON campagne_kern (kern_id, id);
CREATE INDEX ix_campagne_kern_ouder_id ON campagne_kern (ouder_id);
CREATE INDEX ix_campagne_meting_ouder_id ON campagne_meting (ouder_id);
CREATE INDEX ix_campagne_nummer_id ON campagne (nummer, id);
CREATE INDEX ix_campagne_onderwerp_id ON campagne (onderwerp, id);
CREATE INDEX ix_campagne_prullenbak ON campagne (id) WHERE verwijderd = 'prullenbak';
CREATE INDEX ix_campagne_soort_id ON campagne (soort, id);
CREATE INDEX ix_campagne_start_op_id ON campagne (start_op, id);
CREATE INDEX ix_campagne_status_id ON campagne (status, id);
CREATE INDEX ix_campagne_thema_id_id ON campagne (thema_id, id);
CREATE INDEX ix_campagne_titel_id ON campagne (titel, id);
CREATE INDEX ix_campagne_verhuurder_id_id ON campagne (verhuurder_id, id);
CREATE INDEX ix_campagne_vorige_id_id ON campagne (vorige_id, id);
CREATE INDEX ix_commissie_aantal_woningen_id ON commissie (aantal_woningen, id);
CREATE INDEX ix_commissie_bijlage_ouder_id ON commissie_bijlage (ouder_id);
CREATE INDEX ix_commissie_complex_complex_id_id ON commissie_complex (complex_id, id);
CREATE INDEX ix_commissie_complex_ouder_id ON commissie_complex (ouder_id);
CREATE INDEX ix_commissie_kern_id_id ON commissie (kern_id, id);
CREATE INDEX ix_commissie_lid_ouder_id ON commissie_lid (ouder_id);
CREATE INDEX ix_commissie_naam_id ON commissie (naam, id);
CREATE INDEX ix_commissie_nummer_id ON commissie (nummer, id);
CREATE INDEX ix_commissie_ondersteuning_datum_id ON commissie_ondersteuning (datum, id);
CREATE INDEX ix_commissie_ondersteuning_ouder_id ON commissie_ondersteuning (ouder_id);
CREATE INDEX ix_commissie_opgeheven_op_id ON commissie (opgeheven_op, id);
CREATE INDEX ix_commissie_opgericht_op_id ON commissie (opgericht_op, id);
CREATE INDEX ix_commissie_overleg_ouder_id ON commissie_overleg (ouder_id);
CREATE INDEX ix_commissie_overleg_overleg_id_id ON commissie_overleg (overleg_id, id);
CREATE INDEX ix_commissie_prullenbak ON commissie (id) WHERE verwijderd = 'prullenbak';
CREATE INDEX ix_commissie_verhuurder_id_id ON commissie (verhuurder_id, id);
CREATE INDEX ix_commissie_volgende_stap_op_id ON commissie (volgende_stap_op, id);
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
CREATE INDEX ix_contact_commissie_id_id ON contact (commissie_id, id);
CREATE INDEX ix_contact_functie_id ON contact (functie, id);
CREATE INDEX ix_contact_gestopt_op_id ON contact (gestopt_op, id);
CREATE INDEX ix_contact_naam_id ON contact (naam, id);
CREATE INDEX ix_contact_nummer_id ON contact (nummer, id);
CREATE INDEX ix_contact_partij_id_id ON contact (partij_id, id);
CREATE INDEX ix_contact_prullenbak ON contact (id) WHERE verwijderd = 'prullenbak';
CREATE INDEX ix_contact_verhuurder_id_id ON contact (verhuurder_id, id);
CREATE INDEX ix_datalek_afgerond_op_id ON datalek (afgerond_op, id);
CREATE INDEX ix_datalek_beveiligd_id ON datalek (beveiligd, id);
CREATE INDEX ix_datalek_gebeurd_op_id ON datalek (gebeurd_op, id);
CREATE INDEX ix_datalek_gemeld_ap_op_id ON datalek (gemeld_ap_op, id);
CREATE INDEX ix_datalek_nummer_id ON datalek (nummer, id);
CREATE INDEX ix_datalek_ontdekt_op_id ON datalek (ontdekt_op, id);
CREATE INDEX ix_datalek_prullenbak ON datalek (id) WHERE verwijderd = 'prullenbak';
CREATE INDEX ix_datalek_risico_id ON datalek (risico, id);
CREATE INDEX ix_datalek_soort_id ON datalek (soort, id);
CREATE INDEX ix_datalek_titel_id ON datalek (titel, id);
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
CREATE INDEX ix_energiebezoek_aangevraagd_op_id ON energiebezoek (aangevraagd_op, id);
CREATE INDEX ix_energiebezoek_aanleiding_id ON energiebezoek (aanleiding, id);
CREATE INDEX ix_energiebezoek_adres ON energiebezoek (postcode, huisnummer);
CREATE INDEX ix_energiebezoek_adres_id_id ON energiebezoek (adres_id, id);
CREATE INDEX ix_energiebezoek_bijlage_ouder_id ON energiebezoek_bijlage (ouder_id);
CREATE INDEX ix_energiebezoek_campagne_id_id ON energiebezoek (campagne_id, id);
CREATE INDEX ix_energiebezoek_coach_id_id ON energiebezoek (coach_id, id);
CREATE INDEX ix_energiebezoek_complex_id_id ON energiebezoek (complex_id, id);
CREATE INDEX ix_energiebezoek_contactmoment_datum_id ON energiebezoek_contactmoment (datum, id);
CREATE INDEX ix_energiebezoek_contactmoment_ouder_id ON energiebezoek_contactmoment (ouder_id);
CREATE INDEX ix_energiebezoek_datum_id ON energiebezoek (datum, id);
CREATE INDEX ix_energiebezoek_doorverwezen_id ON energiebezoek (doorverwezen, id);
CREATE INDEX ix_energiebezoek_energielabel_id ON energiebezoek (energielabel, id);
CREATE INDEX ix_energiebezoek_formulier_id_id ON energiebezoek (formulier_id, id);
CREATE INDEX ix_energiebezoek_gesproken_id ON energiebezoek (gesproken, id);
CREATE INDEX ix_energiebezoek_herkomst_id ON energiebezoek (herkomst, id);
CREATE INDEX ix_energiebezoek_kern_id_id ON energiebezoek (kern_id, id);
CREATE INDEX ix_energiebezoek_knelpunt_knelpunt_id_id ON energiebezoek_knelpunt (knelpunt_id, id);
CREATE INDEX ix_energiebezoek_knelpunt_ouder_id ON energiebezoek_knelpunt (ouder_id);
CREATE INDEX ix_energiebezoek_maatregel_maatregel_id_id ON energiebezoek_maatregel (maatregel_id, id);
CREATE INDEX ix_energiebezoek_maatregel_ouder_id ON energiebezoek_maatregel (ouder_id);
CREATE INDEX ix_energiebezoek_meterstand_ouder_id ON energiebezoek_meterstand (ouder_id);
CREATE INDEX ix_energiebezoek_naam_id ON energiebezoek (naam, id);
CREATE INDEX ix_energiebezoek_nazorg ON energiebezoek (nazorg_op, nazorg_gepland_op, id) WHERE nazorg_op IS NULL AND verwijderd IS NULL;
CREATE INDEX ix_energiebezoek_nazorg_gepland_op_id ON energiebezoek (nazorg_gepland_op, id);
CREATE INDEX ix_energiebezoek_nazorg_op_id ON energiebezoek (nazorg_op, id);
CREATE INDEX ix_energiebezoek_nummer_id ON energiebezoek (nummer, id);
CREATE INDEX ix_energiebezoek_prullenbak ON energiebezoek (id) WHERE verwijderd = 'prullenbak';
CREATE INDEX ix_energiebezoek_status_id ON energiebezoek (status, id);
CREATE INDEX ix_energiebezoek_thema_id_id ON energiebezoek (thema_id, id);
CREATE INDEX ix_energiebezoek_toestemming_ouder_id ON energiebezoek_toestemming (ouder_id);
CREATE INDEX ix_energiebezoek_verhuurder_id_id ON energiebezoek (verhuurder_id, id);
CREATE INDEX ix_energiebezoek_verwarming_id ON energiebezoek (verwarming, id);
CREATE INDEX ix_energiebezoek_warmte_id ON energiebezoek (warmte, id);
CREATE INDEX ix_energiebezoek_woningtype_id ON energiebezoek (woningtype, id);
CREATE INDEX ix_energiebezoek_zelfde_woning_id_id ON energiebezoek (zelfde_woning_id, id);
CREATE INDEX ix_energiecoach_actief_tot_id ON energiecoach (actief_tot, id);
CREATE INDEX ix_energiecoach_actief_van_id ON energiecoach (actief_van, id);
CREATE INDEX ix_energiecoach_kern_kern_id_id ON energiecoach_kern (kern_id, id);
CREATE INDEX ix_energiecoach_kern_ouder_id ON energiecoach_kern (ouder_id);
CREATE INDEX ix_energiecoach_naam_id ON energiecoach (naam, id);
CREATE INDEX ix_energiecoach_nummer_id ON energiecoach (nummer, id);
CREATE INDEX ix_energiecoach_prullenbak ON energiecoach (id) WHERE verwijderd = 'prullenbak';
CREATE INDEX ix_inbrengpunt_activiteit_id_id ON inbrengpunt (activiteit_id, id);
CREATE INDEX ix_inbrengpunt_ingebracht_op_id ON inbrengpunt (ingebracht_op, id);
CREATE INDEX ix_inbrengpunt_knelpunt_knelpunt_id_id ON inbrengpunt_knelpunt (knelpunt_id, id);
CREATE INDEX ix_inbrengpunt_knelpunt_ouder_id ON inbrengpunt_knelpunt (ouder_id);
CREATE INDEX ix_inbrengpunt_naam_id ON inbrengpunt (naam, id);
CREATE INDEX ix_inbrengpunt_nummer_id ON inbrengpunt (nummer, id);
CREATE INDEX ix_inbrengpunt_overleg_id_id ON inbrengpunt (overleg_id, id);
CREATE INDEX ix_inbrengpunt_overzicht_id_id ON inbrengpunt (overzicht_id, id);
CREATE INDEX ix_inbrengpunt_prullenbak ON inbrengpunt (id) WHERE verwijderd = 'prullenbak';
CREATE INDEX ix_inbrengpunt_raadpleging_ouder_id ON inbrengpunt_raadpleging (ouder_id);
CREATE INDEX ix_inbrengpunt_raadpleging_raadpleging_id_id ON inbrengpunt_raadpleging (raadpleging_id, id);
CREATE INDEX ix_inbrengpunt_reactie_id ON inbrengpunt (reactie, id);
CREATE INDEX ix_inbrengpunt_soort_id ON inbrengpunt (soort, id);
CREATE INDEX ix_inbrengpunt_status_id ON inbrengpunt (status, id);
CREATE INDEX ix_inbrengpunt_thema_id_id ON inbrengpunt (thema_id, id);
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
CREATE INDEX ix_indicator_oordeel_ouder_id ON indicator_oordeel (ouder_id);
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
CREATE INDEX ix_indicator_voorganger_indicator_id_id ON indicator_voorganger (indicator_id, id);
CREATE INDEX ix_indicator_voorganger_ouder_id ON indicator_voorganger (ouder_id);
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
CREATE INDEX ix_maatregel_actief_id ON maatregel (actief, id);
CREATE INDEX ix_maatregel_code_id ON maatregel (code, id);
CREATE INDEX ix_maatregel_naam_id ON maatregel (naam, id);
CREATE INDEX ix_maatregel_nummer_id ON maatregel (nummer, id);
CREATE INDEX ix_maatregel_overlap_id ON maatregel (overlap, id);
CREATE INDEX ix_maatregel_plek_id ON maatregel (plek, id);
CREATE INDEX ix_maatregel_prullenbak ON maatregel (id) WHERE verwijderd = 'prullenbak';
CREATE INDEX ix_maatregel_soort_id ON maatregel (soort, id);
CREATE INDEX ix_meting_aangeleverd_door_id_id ON meting (aangeleverd_door_id, id);
CREATE INDEX ix_meting_aangeleverd_op_id ON meting (aangeleverd_op, id);
CREATE INDEX ix_meting_bevestigd_in_id_id ON meting (bevestigd_in_id, id);
CREATE INDEX ix_meting_bijlage_ouder_id ON meting_bijlage (ouder_id);
CREATE INDEX ix_meting_indicator_id_id ON meting (indicator_id, id);
CREATE INDEX ix_meting_kern_id_id ON meting (kern_id, id);
CREATE INDEX ix_meting_klasse_ouder_id ON meting_klasse (ouder_id);
CREATE INDEX ix_meting_naam_id ON meting (naam, id);
CREATE INDEX ix_meting_nummer_id ON meting (nummer, id);
CREATE INDEX ix_meting_partij_id_id ON meting (partij_id, id);
CREATE INDEX ix_meting_project_id ON meting (project, id);
CREATE INDEX ix_meting_prullenbak ON meting (id) WHERE verwijderd = 'prullenbak';
CREATE INDEX ix_meting_status_id ON meting (status, id);
CREATE INDEX ix_meting_tot_id ON meting (tot, id);
CREATE INDEX ix_meting_van_id ON meting (van, id);
CREATE INDEX ix_meting_vastgesteld_in_id_id ON meting (vastgesteld_in_id, id);
CREATE INDEX ix_meting_vervangt_id_id ON meting (vervangt_id, id);
CREATE INDEX ix_opschoonronde_gehouden_op_id ON opschoonronde (gehouden_op, id);
CREATE INDEX ix_opschoonronde_naam_id ON opschoonronde (naam, id);
CREATE INDEX ix_opschoonronde_nummer_id ON opschoonronde (nummer, id);
CREATE INDEX ix_opschoonronde_prullenbak ON opschoonronde (id) WHERE verwijderd = 'prullenbak';
CREATE INDEX ix_opschoonronde_soort_ouder_id ON opschoonronde_soort (ouder_id);
CREATE INDEX ix_overleg_afgelast_id ON overleg (afgelast, id);
CREATE INDEX ix_overleg_agendapunt_advies_id_id ON overleg_agendapunt (advies_id, id);
CREATE INDEX ix_overleg_agendapunt_afspraak_id_id ON overleg_agendapunt (afspraak_id, id);
CREATE INDEX ix_overleg_agendapunt_afwijking_id_id ON overleg_agendapunt (afwijking_id, id);
CREATE INDEX ix_overleg_agendapunt_indicator_id_id ON overleg_agendapunt (indicator_id, id);
CREATE INDEX ix_overleg_agendapunt_knelpunt_id_id ON overleg_agendapunt (knelpunt_id, id);
CREATE INDEX ix_overleg_agendapunt_ouder_id ON overleg_agendapunt (ouder_id);
CREATE INDEX ix_overleg_akkoord_id_id ON overleg (akkoord_id, id);
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
CREATE INDEX ix_partij_daeb_bezit_kern_id_id ON partij_daeb_bezit (kern_id, id);
CREATE INDEX ix_partij_daeb_bezit_ouder_id ON partij_daeb_bezit (ouder_id);
CREATE INDEX ix_partij_eigen_id ON partij (eigen, id);
CREATE INDEX ix_partij_korte_naam_id ON partij (korte_naam, id);
CREATE INDEX ix_partij_naam_id ON partij (naam, id);
CREATE INDEX ix_partij_nummer_id ON partij (nummer, id);
CREATE INDEX ix_partij_prullenbak ON partij (id) WHERE verwijderd = 'prullenbak';
CREATE INDEX ix_partij_soort_id ON partij (soort, id);
CREATE INDEX ix_privacyverzoek_antwoord_op_id ON privacyverzoek (antwoord_op, id);
CREATE INDEX ix_privacyverzoek_gegeven_ouder_id ON privacyverzoek_gegeven (ouder_id);
CREATE INDEX ix_privacyverzoek_naam_id ON privacyverzoek (naam, id);
CREATE INDEX ix_privacyverzoek_nummer_id ON privacyverzoek (nummer, id);
CREATE INDEX ix_privacyverzoek_ontvangen_op_id ON privacyverzoek (ontvangen_op, id);
CREATE INDEX ix_privacyverzoek_prullenbak ON privacyverzoek (id) WHERE verwijderd = 'prullenbak';
CREATE INDEX ix_privacyverzoek_soort_id ON privacyverzoek (soort, id);
CREATE INDEX ix_privacyverzoek_uitkomst_id ON privacyverzoek (uitkomst, id);
CREATE INDEX ix_raadpleging_afspraak_afspraak_id_id ON raadpleging_afspraak (afspraak_id, id);
CREATE INDEX ix_raadpleging_afspraak_ouder_id ON raadpleging_afspraak (ouder_id);
CREATE INDEX ix_raadpleging_bijlage_ouder_id ON raadpleging_bijlage (ouder_id);
CREATE INDEX ix_raadpleging_citaat_ouder_id ON raadpleging_citaat (ouder_id);
CREATE INDEX ix_raadpleging_complex_complex_id_id ON raadpleging_complex (complex_id, id);
CREATE INDEX ix_raadpleging_complex_ouder_id ON raadpleging_complex (ouder_id);
CREATE INDEX ix_raadpleging_groep_ouder_id ON raadpleging_groep (ouder_id);
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
CREATE INDEX ix_rekentarief_jaar_id ON rekentarief (jaar, id);
CREATE INDEX ix_rekentarief_naam_id ON rekentarief (naam, id);
CREATE INDEX ix_rekentarief_nummer_id ON rekentarief (nummer, id);
CREATE INDEX ix_rekentarief_prullenbak ON rekentarief (id) WHERE verwijderd = 'prullenbak';
CREATE INDEX ix_renovatie_advies_advies_id_id ON renovatie_advies (advies_id, id);
CREATE INDEX ix_renovatie_advies_ouder_id ON renovatie_advies (ouder_id);
CREATE INDEX ix_renovatie_afspraak_afspraak_id_id ON renovatie_afspraak (afspraak_id, id);
CREATE INDEX ix_renovatie_afspraak_ouder_id ON renovatie_afspraak (ouder_id);
CREATE INDEX ix_renovatie_bijlage_ouder_id ON renovatie_bijlage (ouder_id);
CREATE INDEX ix_renovatie_campagne_campagne_id_id ON renovatie_campagne (campagne_id, id);
CREATE INDEX ix_renovatie_campagne_ouder_id ON renovatie_campagne (ouder_id);
CREATE INDEX ix_renovatie_complex_complex_id_id ON renovatie_complex (complex_id, id);
CREATE INDEX ix_renovatie_complex_ouder_id ON renovatie_complex (ouder_id);
CREATE INDEX ix_renovatie_contact_ouder_id ON renovatie_contact (ouder_id);
CREATE INDEX ix_renovatie_eerder_ouder_id ON renovatie_eerder (ouder_id);
CREATE INDEX ix_renovatie_raadpleging_ouder_id ON renovatie_raadpleging (ouder_id);
CREATE INDEX ix_renovatie_raadpleging_raadpleging_id_id ON renovatie_raadpleging (raadpleging_id, id);
CREATE INDEX ix_renovatie_voorstel_ouder_id ON renovatie_voorstel (ouder_id);
CREATE INDEX ix_renovatie_zorg_ouder_id ON renovatie_zorg (ouder_id);
CREATE INDEX ix_renovatieproject_afgesloten_op_id ON renovatieproject (afgesloten_op, id);
CREATE INDEX ix_renovatieproject_kern_id_id ON renovatieproject (kern_id, id);
CREATE INDEX ix_renovatieproject_meting_tot_id ON renovatieproject (meting_tot, id);
CREATE INDEX ix_renovatieproject_meting_van_id ON renovatieproject (meting_van, id);
CREATE INDEX ix_renovatieproject_nummer_id ON renovatieproject (nummer, id);
CREATE INDEX ix_renovatieproject_prullenbak ON renovatieproject (id) WHERE verwijderd = 'prullenbak';
CREATE INDEX ix_renovatieproject_status_id ON renovatieproject (status, id);
CREATE INDEX ix_renovatieproject_thema_id_id ON renovatieproject (thema_id, id);
CREATE INDEX ix_renovatieproject_titel_id ON renovatieproject (titel, id);
CREATE INDEX ix_renovatieproject_uitvoering_van_id ON renovatieproject (uitvoering_van, id);
CREATE INDEX ix_renovatieproject_verhuurder_id_id ON renovatieproject (verhuurder_id, id);
CREATE INDEX ix_renovatiewoning_adres_id_id ON renovatiewoning (adres_id, id);
CREATE INDEX ix_renovatiewoning_eenheid_id_id ON renovatiewoning (eenheid_id, id);
CREATE INDEX ix_renovatiewoning_huisnummer_id ON renovatiewoning (huisnummer, id);
CREATE INDEX ix_renovatiewoning_instemming_id ON renovatiewoning (instemming, id);
CREATE INDEX ix_renovatiewoning_instemming_op_id ON renovatiewoning (instemming_op, id);
CREATE INDEX ix_renovatiewoning_naam_id ON renovatiewoning (naam, id);
CREATE INDEX ix_renovatiewoning_nummer_id ON renovatiewoning (nummer, id);
CREATE INDEX ix_renovatiewoning_prullenbak ON renovatiewoning (id) WHERE verwijderd = 'prullenbak';
CREATE INDEX ix_renovatiewoning_straat_id ON renovatiewoning (straat, id);
CREATE INDEX ix_renovatiewoning_trappenhuis_id ON renovatiewoning (trappenhuis, id);
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
CREATE INDEX ix_verhuurderjaar_bijlage_ouder_id ON verhuurderjaar_bijlage (ouder_id);
CREATE INDEX ix_verhuurderjaar_jaar_id ON verhuurderjaar (jaar, id);
CREATE INDEX ix_verhuurderjaar_naam_id ON verhuurderjaar (naam, id);
CREATE INDEX ix_verhuurderjaar_nummer_id ON verhuurderjaar (nummer, id);
CREATE INDEX ix_verhuurderjaar_prullenbak ON verhuurderjaar (id) WHERE verwijderd = 'prullenbak';
CREATE INDEX ix_verhuurderjaar_scholing_ouder_id ON verhuurderjaar_scholing (ouder_id);
CREATE INDEX ix_verhuurderjaar_verhuurder_id_id ON verhuurderjaar (verhuurder_id, id);
CREATE INDEX ix_verslag_akkoord_id_id ON verslag (akkoord_id, id);
CREATE INDEX ix_verslag_beeld_ouder_id ON verslag_beeld (ouder_id);
CREATE INDEX ix_verslag_bijlage_ouder_id ON verslag_bijlage (ouder_id);
CREATE INDEX ix_verslag_deel_ouder_id ON verslag_deel (ouder_id);
CREATE INDEX ix_verslag_kern_id_id ON verslag (kern_id, id);
CREATE INDEX ix_verslag_nummer_id ON verslag (nummer, id);
CREATE INDEX ix_verslag_overleg_id_id ON verslag (overleg_id, id);
CREATE INDEX ix_verslag_prullenbak ON verslag (id) WHERE verwijderd = 'prullenbak';
CREATE INDEX ix_verslag_publiek_id ON verslag (publiek, id);
CREATE INDEX ix_verslag_soort_id ON verslag (soort, id);
CREATE INDEX ix_verslag_status_id ON verslag (status, id);
CREATE INDEX ix_verslag_thema_id_id ON verslag (thema_id, id);
CREATE INDEX ix_verslag_titel_id ON verslag (titel, id);
CREATE INDEX ix_verslag_tot_id ON verslag (tot, id);
CREATE INDEX ix_verslag_van_id ON verslag (van, id);
CREATE INDEX ix_verslag_versie_ouder_id ON verslag_versie (ouder_id);
CREATE INDEX ix_verslag_verstuurd_op_id ON verslag (verstuurd_op, id);
CREATE INDEX ix_verslag_vraag_ouder_id ON verslag_vraag (ouder_id);
CREATE INDEX ix_verslag_vraag_partij_id_id ON verslag_vraag (partij_id, id);
CREATE INDEX ix_verwerking_beeindigd_op_id ON verwerking (beeindigd_op, id);
CREATE INDEX ix_verwerking_bewaarmaanden_id ON verwerking (bewaarmaanden, id);
CREATE INDEX ix_verwerking_grondslag_id ON verwerking (grondslag, id);
CREATE INDEX ix_verwerking_naam_id ON verwerking (naam, id);
CREATE INDEX ix_verwerking_nummer_id ON verwerking (nummer, id);
CREATE INDEX ix_verwerking_prullenbak ON verwerking (id) WHERE verwijderd = 'prullenbak';
CREATE INDEX ix_verwerking_sinds_id ON verwerking (sinds, id);
CREATE INDEX ix_verwerking_soort_id ON verwerking (soort, id);
CREATE INDEX ix_visie_afspraak_afspraak_id_id ON visie_afspraak (afspraak_id, id);
CREATE INDEX ix_visie_afspraak_ouder_id ON visie_afspraak (ouder_id);
CREATE INDEX ix_visie_bijeenkomst_ouder_id ON visie_bijeenkomst (ouder_id);
CREATE INDEX ix_visie_bijlage_ouder_id ON visie_bijlage (ouder_id);
CREATE INDEX ix_visie_inbreng_op_id ON visie (inbreng_op, id);
CREATE INDEX ix_visie_jaar_id ON visie (jaar, id);
CREATE INDEX ix_visie_kern_kern_id_id ON visie_kern (kern_id, id);
CREATE INDEX ix_visie_kern_ouder_id ON visie_kern (ouder_id);
CREATE INDEX ix_visie_naam_id ON visie (naam, id);
CREATE INDEX ix_visie_nummer_id ON visie (nummer, id);
CREATE INDEX ix_visie_onderdeel_ouder_id ON visie_onderdeel (ouder_id);
CREATE INDEX ix_visie_onderdeel_partij_id_id ON visie_onderdeel (partij_id, id);
CREATE INDEX ix_visie_prullenbak ON visie (id) WHERE verwijderd = 'prullenbak';
CREATE INDEX ix_visie_raadpleging_ouder_id ON visie_raadpleging (ouder_id);
CREATE INDEX ix_visie_raadpleging_raadpleging_id_id ON visie_raadpleging (raadpleging_id, id);
CREATE INDEX ix_visie_soort_id ON visie (soort, id);
CREATE INDEX ix_visie_start_op_id ON visie (start_op, id);
CREATE INDEX ix_visie_status_id ON visie (status, id);
CREATE INDEX ix_visie_thema_id_id ON visie (thema_id, id);
CREATE INDEX ix_visie_trekker_id_id ON visie (trekker_id, id);
CREATE INDEX ix_visie_vastgesteld_op_id ON visie (vastgesteld_op, id);
CREATE INDEX ix_voorbereidingsstap_actief_id ON voorbereidingsstap (actief, id);
CREATE INDEX ix_voorbereidingsstap_akkoord_id_id ON voorbereidingsstap (akkoord_id, id);
CREATE INDEX ix_voorbereidingsstap_dagen_ervoor_id ON voorbereidingsstap (dagen_ervoor, id);
CREATE INDEX ix_voorbereidingsstap_naam_id ON voorbereidingsstap (naam, id);
CREATE INDEX ix_voorbereidingsstap_nummer_id ON voorbereidingsstap (nummer, id);
CREATE INDEX ix_voorbereidingsstap_overlegsoort_id ON voorbereidingsstap (overlegsoort, id);
CREATE INDEX ix_voorbereidingsstap_prullenbak ON voorbereidingsstap (id) WHERE verwijderd = 'prullenbak';
CREATE INDEX ix_voorbereidingsstap_soort_id ON voorbereidingsstap (soort, id);
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
	verwijderd VARCHAR, postcodes TEXT, 
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
	verwijderd VARCHAR, teruggekoppeld_hoe TEXT, 
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
	verwijderd VARCHAR, mag_in_rapport BOOLEAN, vertrouwelijk BOOLEAN, 
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
	verwijderd VARCHAR, reactie_van TEXT, 
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
CREATE TABLE maatregel (
	naam TEXT COLLATE "NOCASE" NOT NULL, 
	code TEXT COLLATE "NOCASE", 
	soort TEXT NOT NULL, 
	plek INTEGER, 
	overlap TEXT, 
	per TEXT NOT NULL, 
	gas_m3 TEXT, 
	stroom_kwh TEXT, 
	water_liter TEXT, 
	voorwaarden TEXT, 
	bron TEXT, 
	bron_jaar INTEGER, 
	nagezocht BOOLEAN NOT NULL, 
	veiligheid TEXT, 
	voorraad INTEGER, 
	actief BOOLEAN NOT NULL, 
	nummer INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_maatregel PRIMARY KEY (id)
);
CREATE TABLE meting (
	naam TEXT COLLATE "NOCASE" NOT NULL, 
	indicator_id VARCHAR NOT NULL, 
	van DATE NOT NULL, 
	tot DATE NOT NULL, 
	waarde TEXT, 
	teller TEXT, 
	noemer TEXT, 
	tekst TEXT, 
	partij_id VARCHAR, 
	kern_id VARCHAR, 
	precisie TEXT, 
	project TEXT COLLATE "NOCASE", 
	bron TEXT, 
	aangeleverd_door_id VARCHAR, 
	aangeleverd_op DATE, 
	status TEXT NOT NULL, 
	bevestigd_op DATE, 
	bevestigd_in_id VARCHAR, 
	vastgesteld_op DATE, 
	vastgesteld_in_id VARCHAR, 
	vervangt_id VARCHAR, 
	versie INTEGER NOT NULL, 
	correctie_reden TEXT, 
	toelichting TEXT, 
	nummer INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_meting PRIMARY KEY (id), 
	CONSTRAINT fk_meting_aangeleverd_door_id FOREIGN KEY(aangeleverd_door_id) REFERENCES partij (id), 
	CONSTRAINT fk_meting_bevestigd_in_id FOREIGN KEY(bevestigd_in_id) REFERENCES overleg (id), 
	CONSTRAINT fk_meting_indicator_id FOREIGN KEY(indicator_id) REFERENCES indicator (id), 
	CONSTRAINT fk_meting_kern_id FOREIGN KEY(kern_id) REFERENCES kern (id), 
	CONSTRAINT fk_meting_partij_id FOREIGN KEY(partij_id) REFERENCES partij (id), 
	CONSTRAINT fk_meting_vastgesteld_in_id FOREIGN KEY(vastgesteld_in_id) REFERENCES overleg (id), 
	CONSTRAINT fk_meting_vervangt_id FOREIGN KEY(vervangt_id) REFERENCES meting (id)
);
CREATE TABLE meting_bijlage (
	ouder_id VARCHAR NOT NULL, 
	naam TEXT NOT NULL, 
	inhoud TEXT NOT NULL, 
	grootte INTEGER NOT NULL, 
	vertrouwelijk BOOLEAN, 
	toelichting TEXT, 
	volgorde INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_meting_bijlage PRIMARY KEY (id), 
	CONSTRAINT fk_meting_bijlage_ouder_id FOREIGN KEY(ouder_id) REFERENCES meting (id)
);
CREATE TABLE meting_klasse (
	ouder_id VARCHAR NOT NULL, 
	klasse TEXT NOT NULL, 
	waarde TEXT, 
	aantal INTEGER, 
	volgorde INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_meting_klasse PRIMARY KEY (id), 
	CONSTRAINT fk_meting_klasse_ouder_id FOREIGN KEY(ouder_id) REFERENCES meting (id)
);
CREATE TABLE opschoonronde (
	naam TEXT COLLATE "NOCASE" NOT NULL, 
	gehouden_op DATE NOT NULL, 
	toelichting TEXT, 
	nummer INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_opschoonronde PRIMARY KEY (id)
);
CREATE TABLE opschoonronde_soort (
	ouder_id VARCHAR NOT NULL, 
	soort TEXT NOT NULL, 
	bewaarmaanden INTEGER, 
	tot DATE, 
	aantal INTEGER NOT NULL, 
	bewaard INTEGER, 
	reden TEXT, 
	volgorde INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_opschoonronde_soort PRIMARY KEY (id), 
	CONSTRAINT fk_opschoonronde_soort_ouder_id FOREIGN KEY(ouder_id) REFERENCES opschoonronde (id)
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
	verwijderd VARCHAR, akkoord_id VARCHAR CONSTRAINT fk_overleg_akkoord_id REFERENCES akkoord (id), eindtijd TEXT, notulist TEXT, afgelast BOOLEAN, afgelast_reden TEXT, uitgenodigd TEXT, agenda_verstuurd_op DATE, verslag_verstuurd_op DATE, 
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
	verwijderd VARCHAR, knelpunt_id VARCHAR CONSTRAINT fk_overleg_agendapunt_knelpunt_id REFERENCES knelpunt (id), indicator_id VARCHAR CONSTRAINT fk_overleg_agendapunt_indicator_id REFERENCES indicator (id), afspraak_id VARCHAR CONSTRAINT fk_overleg_agendapunt_afspraak_id REFERENCES afspraak (id), afwijking_id VARCHAR CONSTRAINT fk_overleg_agendapunt_afwijking_id REFERENCES afwijking (id), advies_id VARCHAR CONSTRAINT fk_overleg_agendapunt_advies_id REFERENCES advies (id), geweigerd BOOLEAN, ingediend_op DATE, wie TEXT, minuten INTEGER, bespreking TEXT, 
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
	verwijderd VARCHAR, vertrouwelijk BOOLEAN, 
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
	verwijderd VARCHAR, vertrouwelijk BOOLEAN, 
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
	verwijderd VARCHAR, kern_id VARCHAR CONSTRAINT fk_partij_daeb_bezit_kern_id REFERENCES kern (id), 
	CONSTRAINT pk_partij_daeb_bezit PRIMARY KEY (id), 
	CONSTRAINT fk_partij_daeb_bezit_ouder_id FOREIGN KEY(ouder_id) REFERENCES partij (id)
);
CREATE TABLE privacyverzoek (
	naam TEXT COLLATE "NOCASE" NOT NULL, 
	soort TEXT NOT NULL, 
	ontvangen_op DATE NOT NULL, 
	vrager TEXT, 
	bereikbaar TEXT, 
	identiteit TEXT, 
	identiteit_op DATE, 
	verlengd_op DATE, 
	verlengd_reden TEXT, 
	antwoord_op DATE, 
	uitkomst TEXT, 
	reden TEXT, 
	bewijs_sha256 TEXT, 
	nummer INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_privacyverzoek PRIMARY KEY (id)
);
CREATE TABLE privacyverzoek_gegeven (
	ouder_id VARCHAR NOT NULL, 
	soort TEXT NOT NULL, 
	recordnummer INTEGER, 
	besluit TEXT NOT NULL, 
	reden TEXT, 
	volgorde INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_privacyverzoek_gegeven PRIMARY KEY (id), 
	CONSTRAINT fk_privacyverzoek_gegeven_ouder_id FOREIGN KEY(ouder_id) REFERENCES privacyverzoek (id)
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
	verwijderd VARCHAR, inleveren TEXT, 
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
	verwijderd VARCHAR, vertrouwelijk BOOLEAN, 
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
CREATE TABLE raadpleging_groep (
	ouder_id VARCHAR NOT NULL, 
	naam TEXT NOT NULL, 
	indeling TEXT, 
	aantal INTEGER, 
	respons INTEGER, 
	volgorde INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_raadpleging_groep PRIMARY KEY (id), 
	CONSTRAINT fk_raadpleging_groep_ouder_id FOREIGN KEY(ouder_id) REFERENCES raadpleging (id)
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
	verwijderd VARCHAR, sleutel TEXT, 
	CONSTRAINT pk_raadpleging_vraag PRIMARY KEY (id), 
	CONSTRAINT fk_raadpleging_vraag_ouder_id FOREIGN KEY(ouder_id) REFERENCES raadpleging (id)
);
CREATE TABLE rekentarief (
	naam TEXT COLLATE "NOCASE" NOT NULL, 
	jaar INTEGER NOT NULL, 
	gas_euro TEXT, 
	stroom_euro TEXT, 
	peildatum DATE, 
	bron_prijs TEXT, 
	gas_co2 TEXT, 
	stroom_co2 TEXT, 
	bron_co2 TEXT, 
	nagezocht BOOLEAN NOT NULL, 
	toelichting TEXT, 
	nummer INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_rekentarief PRIMARY KEY (id)
);
CREATE TABLE renovatie_advies (
	ouder_id VARCHAR NOT NULL, 
	advies_id VARCHAR NOT NULL, 
	volgorde INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_renovatie_advies PRIMARY KEY (id), 
	CONSTRAINT fk_renovatie_advies_advies_id FOREIGN KEY(advies_id) REFERENCES advies (id), 
	CONSTRAINT fk_renovatie_advies_ouder_id FOREIGN KEY(ouder_id) REFERENCES renovatieproject (id)
);
CREATE TABLE renovatie_afspraak (
	ouder_id VARCHAR NOT NULL, 
	afspraak_id VARCHAR NOT NULL, 
	volgorde INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_renovatie_afspraak PRIMARY KEY (id), 
	CONSTRAINT fk_renovatie_afspraak_afspraak_id FOREIGN KEY(afspraak_id) REFERENCES afspraak (id), 
	CONSTRAINT fk_renovatie_afspraak_ouder_id FOREIGN KEY(ouder_id) REFERENCES renovatieproject (id)
);
CREATE TABLE renovatie_bijlage (
	ouder_id VARCHAR NOT NULL, 
	naam TEXT NOT NULL, 
	inhoud TEXT NOT NULL, 
	grootte INTEGER NOT NULL, 
	vertrouwelijk BOOLEAN, 
	toelichting TEXT, 
	volgorde INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_renovatie_bijlage PRIMARY KEY (id), 
	CONSTRAINT fk_renovatie_bijlage_ouder_id FOREIGN KEY(ouder_id) REFERENCES renovatieproject (id)
);
CREATE TABLE renovatie_campagne (
	ouder_id VARCHAR NOT NULL, 
	campagne_id VARCHAR NOT NULL, 
	volgorde INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_renovatie_campagne PRIMARY KEY (id), 
	CONSTRAINT fk_renovatie_campagne_campagne_id FOREIGN KEY(campagne_id) REFERENCES campagne (id), 
	CONSTRAINT fk_renovatie_campagne_ouder_id FOREIGN KEY(ouder_id) REFERENCES renovatieproject (id)
);
CREATE TABLE renovatie_complex (
	ouder_id VARCHAR NOT NULL, 
	complex_id VARCHAR NOT NULL, 
	volgorde INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_renovatie_complex PRIMARY KEY (id), 
	CONSTRAINT fk_renovatie_complex_complex_id FOREIGN KEY(complex_id) REFERENCES complex (id), 
	CONSTRAINT fk_renovatie_complex_ouder_id FOREIGN KEY(ouder_id) REFERENCES renovatieproject (id)
);
CREATE TABLE renovatie_contact (
	ouder_id VARCHAR NOT NULL, 
	datum DATE NOT NULL, 
	wijze TEXT NOT NULL, 
	uitkomst TEXT NOT NULL, 
	door TEXT, 
	terug_op DATE, 
	volgorde INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_renovatie_contact PRIMARY KEY (id), 
	CONSTRAINT fk_renovatie_contact_ouder_id FOREIGN KEY(ouder_id) REFERENCES renovatiewoning (id)
);
CREATE TABLE renovatie_eerder (
	ouder_id VARCHAR NOT NULL, 
	versie INTEGER NOT NULL, 
	instemming TEXT NOT NULL, 
	datum DATE, 
	vervallen_op DATE NOT NULL, 
	vorm TEXT, 
	formulier TEXT, 
	opgehaald_door TEXT, 
	volgorde INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_renovatie_eerder PRIMARY KEY (id), 
	CONSTRAINT fk_renovatie_eerder_ouder_id FOREIGN KEY(ouder_id) REFERENCES renovatiewoning (id)
);
CREATE TABLE renovatie_raadpleging (
	ouder_id VARCHAR NOT NULL, 
	raadpleging_id VARCHAR NOT NULL, 
	volgorde INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_renovatie_raadpleging PRIMARY KEY (id), 
	CONSTRAINT fk_renovatie_raadpleging_ouder_id FOREIGN KEY(ouder_id) REFERENCES renovatieproject (id), 
	CONSTRAINT fk_renovatie_raadpleging_raadpleging_id FOREIGN KEY(raadpleging_id) REFERENCES raadpleging (id)
);
CREATE TABLE renovatie_voorstel (
	ouder_id VARCHAR NOT NULL, 
	versie INTEGER, 
	datum DATE NOT NULL, 
	document TEXT, 
	werk TEXT, 
	huur_per_maand INTEGER, 
	huur_toelichting TEXT, 
	sociaal_plan TEXT, 
	verhuizen TEXT, 
	wijziging TEXT, 
	opnieuw TEXT, 
	volgorde INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_renovatie_voorstel PRIMARY KEY (id), 
	CONSTRAINT fk_renovatie_voorstel_ouder_id FOREIGN KEY(ouder_id) REFERENCES renovatieproject (id)
);
CREATE TABLE renovatie_zorg (
	ouder_id VARCHAR NOT NULL, 
	onderwerp TEXT NOT NULL, 
	aantal INTEGER NOT NULL, 
	gevraagd TEXT, 
	volgorde INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_renovatie_zorg PRIMARY KEY (id), 
	CONSTRAINT fk_renovatie_zorg_ouder_id FOREIGN KEY(ouder_id) REFERENCES bouwkundige_eenheid (id)
);
CREATE TABLE renovatieproject (
	titel TEXT COLLATE "NOCASE" NOT NULL, 
	verhuurder_id VARCHAR, 
	status TEXT NOT NULL, 
	kern_id VARCHAR, 
	thema_id VARCHAR, 
	aanleiding TEXT, 
	meting_van DATE, 
	meting_tot DATE, 
	meting_door TEXT, 
	afgesproken_percentage INTEGER, 
	afgesproken_bron TEXT, 
	uitvoering_van DATE, 
	uitvoering_tot DATE, 
	stand TEXT, 
	gevraagd TEXT, 
	peiling_aan BOOLEAN NOT NULL, 
	toelichting TEXT, 
	afgesloten_op DATE, 
	gewist_op DATE, 
	nummer INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_renovatieproject PRIMARY KEY (id), 
	CONSTRAINT fk_renovatieproject_kern_id FOREIGN KEY(kern_id) REFERENCES kern (id), 
	CONSTRAINT fk_renovatieproject_thema_id FOREIGN KEY(thema_id) REFERENCES thema (id), 
	CONSTRAINT fk_renovatieproject_verhuurder_id FOREIGN KEY(verhuurder_id) REFERENCES verhuurder (id)
);
CREATE TABLE renovatiewoning (
	naam TEXT COLLATE "NOCASE" NOT NULL, 
	eenheid_id VARCHAR NOT NULL, 
	adres_id VARCHAR, 
	straat TEXT COLLATE "NOCASE", 
	huisnummer INTEGER, 
	toevoeging TEXT, 
	postcode TEXT, 
	huurovereenkomst TEXT, 
	trappenhuis TEXT COLLATE "NOCASE", 
	verdieping INTEGER, 
	deur INTEGER, 
	instemming TEXT NOT NULL, 
	instemming_op DATE, 
	vorm TEXT, 
	formulier TEXT, 
	opgehaald_door TEXT, 
	versie INTEGER, 
	vraagt_versie INTEGER, 
	aangezegd_op DATE, 
	rechter_op DATE, 
	huurder TEXT, 
	telefoon TEXT, 
	ondertekend_door TEXT, 
	peiling TEXT, 
	peiling_op DATE, 
	bezwaar TEXT, 
	bezwaar_toestemming BOOLEAN NOT NULL, 
	nummer INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_renovatiewoning PRIMARY KEY (id), 
	CONSTRAINT fk_renovatiewoning_adres_id FOREIGN KEY(adres_id) REFERENCES adres (id), 
	CONSTRAINT fk_renovatiewoning_eenheid_id FOREIGN KEY(eenheid_id) REFERENCES bouwkundige_eenheid (id)
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
	verwijderd VARCHAR, redenen_dagen INTEGER, wacht_dagen INTEGER, termijnen_bron TEXT, 
	CONSTRAINT pk_verhuurder PRIMARY KEY (id), 
	CONSTRAINT fk_verhuurder_partij_id FOREIGN KEY(partij_id) REFERENCES partij (id)
);
CREATE TABLE verhuurderjaar (
	naam TEXT COLLATE "NOCASE" NOT NULL, 
	verhuurder_id VARCHAR NOT NULL, 
	jaar INTEGER NOT NULL, 
	overleg_op DATE, 
	overleg_bewijs TEXT, 
	scholing_dagen INTEGER, 
	vergoeding INTEGER, 
	besteed INTEGER, 
	verantwoord_op DATE, 
	verantwoord_bewijs TEXT, 
	toelichting TEXT, 
	nummer INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_verhuurderjaar PRIMARY KEY (id), 
	CONSTRAINT fk_verhuurderjaar_verhuurder_id FOREIGN KEY(verhuurder_id) REFERENCES verhuurder (id)
);
CREATE TABLE verhuurderjaar_bijlage (
	ouder_id VARCHAR NOT NULL, 
	naam TEXT NOT NULL, 
	inhoud TEXT NOT NULL, 
	grootte INTEGER NOT NULL, 
	vertrouwelijk BOOLEAN, 
	toelichting TEXT, 
	volgorde INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_verhuurderjaar_bijlage PRIMARY KEY (id), 
	CONSTRAINT fk_verhuurderjaar_bijlage_ouder_id FOREIGN KEY(ouder_id) REFERENCES verhuurderjaar (id)
);
CREATE TABLE verhuurderjaar_scholing (
	ouder_id VARCHAR NOT NULL, 
	datum DATE, 
	wie TEXT, 
	onderwerp TEXT NOT NULL, 
	dagen TEXT, 
	volgorde INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_verhuurderjaar_scholing PRIMARY KEY (id), 
	CONSTRAINT fk_verhuurderjaar_scholing_ouder_id FOREIGN KEY(ouder_id) REFERENCES verhuurderjaar (id)
);
CREATE TABLE verslag (
	titel TEXT COLLATE "NOCASE" NOT NULL, 
	soort TEXT NOT NULL, 
	van DATE NOT NULL, 
	tot DATE NOT NULL, 
	akkoord_id VARCHAR, 
	publiek TEXT NOT NULL, 
	vorm TEXT NOT NULL, 
	vergelijken TEXT NOT NULL, 
	voorblad BOOLEAN NOT NULL, 
	overleg_id VARCHAR, 
	thema_id VARCHAR, 
	kern_id VARCHAR, 
	datum DATE, 
	reden_leeg TEXT, 
	status TEXT NOT NULL, 
	verstuurd_op DATE, 
	verstuurd_aan TEXT, 
	toelichting TEXT, 
	nummer INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_verslag PRIMARY KEY (id), 
	CONSTRAINT fk_verslag_akkoord_id FOREIGN KEY(akkoord_id) REFERENCES akkoord (id), 
	CONSTRAINT fk_verslag_kern_id FOREIGN KEY(kern_id) REFERENCES kern (id), 
	CONSTRAINT fk_verslag_overleg_id FOREIGN KEY(overleg_id) REFERENCES overleg (id), 
	CONSTRAINT fk_verslag_thema_id FOREIGN KEY(thema_id) REFERENCES thema (id)
);
CREATE TABLE verslag_beeld (
	ouder_id VARCHAR NOT NULL, 
	sleutel TEXT NOT NULL, 
	bijschrift TEXT, 
	alternatief TEXT, 
	naam TEXT NOT NULL, 
	inhoud TEXT NOT NULL, 
	grootte INTEGER NOT NULL, 
	vertrouwelijk BOOLEAN, 
	toelichting TEXT, 
	volgorde INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_verslag_beeld PRIMARY KEY (id), 
	CONSTRAINT fk_verslag_beeld_ouder_id FOREIGN KEY(ouder_id) REFERENCES verslag (id)
);
CREATE TABLE verslag_bijlage (
	ouder_id VARCHAR NOT NULL, 
	naam TEXT NOT NULL, 
	inhoud TEXT NOT NULL, 
	grootte INTEGER NOT NULL, 
	vertrouwelijk BOOLEAN, 
	toelichting TEXT, 
	volgorde INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_verslag_bijlage PRIMARY KEY (id), 
	CONSTRAINT fk_verslag_bijlage_ouder_id FOREIGN KEY(ouder_id) REFERENCES verslag (id)
);
CREATE TABLE verslag_deel (
	ouder_id VARCHAR NOT NULL, 
	sleutel TEXT NOT NULL, 
	plaats INTEGER, 
	weg BOOLEAN NOT NULL, 
	bij BOOLEAN NOT NULL, 
	kop TEXT, 
	tekst TEXT, 
	basis TEXT, 
	volgorde INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_verslag_deel PRIMARY KEY (id), 
	CONSTRAINT fk_verslag_deel_ouder_id FOREIGN KEY(ouder_id) REFERENCES verslag (id)
);
CREATE TABLE verslag_versie (
	ouder_id VARCHAR NOT NULL, 
	publiek TEXT NOT NULL, 
	tekst TEXT NOT NULL, 
	bronnen TEXT, 
	versie INTEGER NOT NULL, 
	vastgelegd_op TEXT NOT NULL, 
	vastgelegd_door TEXT, 
	besluit_op DATE, 
	besluit TEXT, 
	naam TEXT NOT NULL, 
	inhoud TEXT NOT NULL, 
	grootte INTEGER NOT NULL, 
	vertrouwelijk BOOLEAN, 
	toelichting TEXT, 
	volgorde INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_verslag_versie PRIMARY KEY (id), 
	CONSTRAINT fk_verslag_versie_ouder_id FOREIGN KEY(ouder_id) REFERENCES verslag (id)
);
CREATE TABLE verslag_vraag (
	ouder_id VARCHAR NOT NULL, 
	tekst TEXT, 
	toelichting TEXT, 
	uiterlijk DATE, 
	partij_id VARCHAR, 
	herkomst TEXT, 
	weg BOOLEAN NOT NULL, 
	volgorde INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_verslag_vraag PRIMARY KEY (id), 
	CONSTRAINT fk_verslag_vraag_ouder_id FOREIGN KEY(ouder_id) REFERENCES verslag (id), 
	CONSTRAINT fk_verslag_vraag_partij_id FOREIGN KEY(partij_id) REFERENCES partij (id)
);
CREATE TABLE verwerking (
	naam TEXT COLLATE "NOCASE" NOT NULL, 
	soort TEXT NOT NULL, 
	doel TEXT, 
	betrokkenen TEXT, 
	gegevens TEXT, 
	grondslag TEXT, 
	grondslag_toelichting TEXT, 
	ontvangers TEXT, 
	bewaarmaanden INTEGER, 
	motivering TEXT, 
	beveiliging TEXT, 
	sinds DATE, 
	beeindigd_op DATE, 
	nummer INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_verwerking PRIMARY KEY (id)
);
CREATE TABLE visie (
	naam TEXT COLLATE "NOCASE" NOT NULL, 
	soort TEXT NOT NULL, 
	jaar INTEGER, 
	status TEXT NOT NULL, 
	start_op DATE, 
	vastgesteld_op DATE, 
	trekker_id VARCHAR, 
	thema_id VARCHAR, 
	inhoud TEXT, 
	eigen_inbreng TEXT, 
	inbreng_op DATE, 
	bron TEXT, 
	toelichting TEXT, 
	nummer INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_visie PRIMARY KEY (id), 
	CONSTRAINT fk_visie_thema_id FOREIGN KEY(thema_id) REFERENCES thema (id), 
	CONSTRAINT fk_visie_trekker_id FOREIGN KEY(trekker_id) REFERENCES partij (id)
);
CREATE TABLE visie_afspraak (
	ouder_id VARCHAR NOT NULL, 
	afspraak_id VARCHAR NOT NULL, 
	volgorde INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_visie_afspraak PRIMARY KEY (id), 
	CONSTRAINT fk_visie_afspraak_afspraak_id FOREIGN KEY(afspraak_id) REFERENCES afspraak (id), 
	CONSTRAINT fk_visie_afspraak_ouder_id FOREIGN KEY(ouder_id) REFERENCES visie (id)
);
CREATE TABLE visie_bijeenkomst (
	ouder_id VARCHAR NOT NULL, 
	datum DATE, 
	wat TEXT NOT NULL, 
	bewoners INTEGER, 
	eigen_aanwezig BOOLEAN NOT NULL, 
	uitkomst TEXT, 
	volgorde INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_visie_bijeenkomst PRIMARY KEY (id), 
	CONSTRAINT fk_visie_bijeenkomst_ouder_id FOREIGN KEY(ouder_id) REFERENCES visie (id)
);
CREATE TABLE visie_bijlage (
	ouder_id VARCHAR NOT NULL, 
	naam TEXT NOT NULL, 
	inhoud TEXT NOT NULL, 
	grootte INTEGER NOT NULL, 
	vertrouwelijk BOOLEAN, 
	toelichting TEXT, 
	volgorde INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_visie_bijlage PRIMARY KEY (id), 
	CONSTRAINT fk_visie_bijlage_ouder_id FOREIGN KEY(ouder_id) REFERENCES visie (id)
);
CREATE TABLE visie_kern (
	ouder_id VARCHAR NOT NULL, 
	kern_id VARCHAR NOT NULL, 
	volgorde INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_visie_kern PRIMARY KEY (id), 
	CONSTRAINT fk_visie_kern_kern_id FOREIGN KEY(kern_id) REFERENCES kern (id), 
	CONSTRAINT fk_visie_kern_ouder_id FOREIGN KEY(ouder_id) REFERENCES visie (id)
);
CREATE TABLE visie_onderdeel (
	ouder_id VARCHAR NOT NULL, 
	wat TEXT NOT NULL, 
	partij_id VARCHAR, 
	eigen BOOLEAN NOT NULL, 
	kosten INTEGER, 
	gepland_op DATE, 
	gedaan_op DATE, 
	toelichting TEXT, 
	volgorde INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_visie_onderdeel PRIMARY KEY (id), 
	CONSTRAINT fk_visie_onderdeel_ouder_id FOREIGN KEY(ouder_id) REFERENCES visie (id), 
	CONSTRAINT fk_visie_onderdeel_partij_id FOREIGN KEY(partij_id) REFERENCES partij (id)
);
CREATE TABLE visie_raadpleging (
	ouder_id VARCHAR NOT NULL, 
	raadpleging_id VARCHAR NOT NULL, 
	volgorde INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_visie_raadpleging PRIMARY KEY (id), 
	CONSTRAINT fk_visie_raadpleging_ouder_id FOREIGN KEY(ouder_id) REFERENCES visie (id), 
	CONSTRAINT fk_visie_raadpleging_raadpleging_id FOREIGN KEY(raadpleging_id) REFERENCES raadpleging (id)
);
CREATE TABLE voorbereidingsstap (
	naam TEXT COLLATE "NOCASE" NOT NULL, 
	soort TEXT NOT NULL, 
	overlegsoort TEXT NOT NULL, 
	akkoord_id VARCHAR, 
	dagen_ervoor INTEGER NOT NULL, 
	duur INTEGER, 
	actief BOOLEAN NOT NULL, 
	bron TEXT, 
	toelichting TEXT, 
	nummer INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	verwijderd VARCHAR, 
	CONSTRAINT pk_voorbereidingsstap PRIMARY KEY (id), 
	CONSTRAINT fk_voorbereidingsstap_akkoord_id FOREIGN KEY(akkoord_id) REFERENCES akkoord (id)
);
CREATE TABLE voorkeur (
	sleutel VARCHAR NOT NULL, 
	waarde TEXT NOT NULL, 
	CONSTRAINT pk_voorkeur PRIMARY KEY (sleutel)
);
