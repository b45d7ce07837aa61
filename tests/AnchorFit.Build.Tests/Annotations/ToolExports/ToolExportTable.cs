using System;
using System.Collections.Generic;
using AnchorFit.Tests.Support;

namespace AnchorFit.Tests.Annotations.ToolExports;

/// <summary>One minimal export a tool and format, written after the tool's documentation.</summary>
internal static class ToolExportTable
{
    public static IReadOnlyList<ToolExport> All { get; } =
    [
        new("labelImg 1.8.6, PascalVOC", "PascalVoc", ("a.xml", """
            <annotation>
            	<folder>images</folder>
            	<filename>a.png</filename>
            	<path>/home/me/images/a.png</path>
            	<source>
            		<database>Unknown</database>
            	</source>
            	<size>
            		<width>400</width>
            		<height>300</height>
            		<depth>3</depth>
            	</size>
            	<segmented>0</segmented>
            	<object>
            		<name>cat</name>
            		<pose>Unspecified</pose>
            		<truncated>0</truncated>
            		<difficult>0</difficult>
            		<bndbox>
            			<xmin>100</xmin>
            			<ymin>50</ymin>
            			<xmax>300</xmax>
            			<ymax>150</ymax>
            		</bndbox>
            	</object>
            	<object>
            		<name>dog</name>
            		<pose>Unspecified</pose>
            		<truncated>0</truncated>
            		<difficult>0</difficult>
            		<bndbox>
            			<xmin>40</xmin>
            			<ymin>60</ymin>
            			<xmax>80</xmax>
            			<ymax>220</ymax>
            		</bndbox>
            	</object>
            </annotation>
            """)) { Items = ["a.xml"] },
        new("labelImg 1.8.6, YOLO", "Yolo", ("a.txt", Yolo), ("classes.txt", "cat\ndog\n")) { Items = ["a.txt", "classes.txt"] },
        new("labelImg 1.8.6, CreateML", "CreateMl", ("a.json", """
            [{"image": "a.png", "verified": false, "annotations": [{"label": "cat", "coordinates": {"x": 200.0, "y": 100.0, "width": 200.0, "height": 100.0}}, {"label": "dog", "coordinates": {"x": 60.0, "y": 140.0, "width": 40.0, "height": 160.0}}]}]
            """)) { Items = ["a.json"] },
        new("roLabelImg 3.0, PascalVOC with robndbox", "PascalVoc", ("a.xml", """
            <annotation verified="no">
              <folder>images</folder><filename>a</filename><path>/home/me/images/a.png</path>
              <size><width>400</width><height>300</height><depth>3</depth></size>
              <object><type>robndbox</type><name>cat</name><difficult>0</difficult><robndbox><cx>200.0</cx><cy>100.0</cy><w>200.0</w><h>100.0</h><angle>0.0</angle></robndbox></object>
              <object><type>bndbox</type><name>dog</name><difficult>0</difficult><bndbox><xmin>40</xmin><ymin>60</ymin><xmax>80</xmax><ymax>220</ymax></bndbox></object>
            </annotation>
            """)) { Items = ["a.xml"] },
        new("labelme 5.4, JSON", "LabelMe", ("a.json", """
            {
              "version": "5.4.1",
              "flags": {},
              "shapes": [
                {"label": "cat", "points": [[100.0, 50.0], [300.0, 150.0]], "group_id": null, "description": "", "shape_type": "rectangle", "flags": {}, "mask": null},
                {"label": "dog", "points": [[40.0, 60.0], [80.0, 100.0], [60.0, 220.0]], "group_id": null, "description": "", "shape_type": "polygon", "flags": {}, "mask": null}
              ],
              "imagePath": "..\\images\\a.png",
              "imageData": "iVBORw0KGgo=",
              "imageHeight": 300,
              "imageWidth": 400
            }
            """)) { Items = ["a.json"] },
        new("VGG Image Annotator 2.0.12, project", "Via", ("via_project.json", $$$$"""
            {"_via_settings": {"ui": {"annotation_editor_height": 25}, "project": {"name": "p"}}, "_via_img_metadata": {{{{ViaImages}}}}, "_via_attributes": {"region": {"class": {"type": "dropdown", "options": {"cat": "", "dog": ""}}}, "file": {}}, "_via_data_format_version": "2.0.10", "_via_image_id_list": ["a.png1234"]}
            """)) { Items = ["via_project.json"] },
        new("VGG Image Annotator 2.0.12, annotations as JSON", "Via", ("via_export.json", ViaImages)) { Items = ["via_export.json"] },
        new("VGG Image Annotator 1.0.6, annotations as JSON", "Via", ("via_region_data.json", """
            {"a.png1234": {"fileref": "", "size": 1234, "filename": "a.png", "base64_img_data": "", "file_attributes": {}, "regions": {"0": {"shape_attributes": {"name": "rect", "x": 100, "y": 50, "width": 200, "height": 100}, "region_attributes": {"class": "cat"}}, "1": {"shape_attributes": {"name": "rect", "x": 40, "y": 60, "width": 40, "height": 160}, "region_attributes": {"class": "dog"}}}}}
            """)) { Items = ["via_region_data.json"] },
        new("VGG Image Annotator 2.0.12, annotations as CSV", "Via", ("via_export.csv", """
            filename,file_size,file_attributes,region_count,region_id,region_shape_attributes,region_attributes
            a.png,1234,"{}",2,0,"{""name"":""rect"",""x"":100,""y"":50,""width"":200,""height"":100}","{""class"":""cat""}"
            a.png,1234,"{}",2,1,"{""name"":""rect"",""x"":40,""y"":60,""width"":40,""height"":160}","{""class"":""dog""}"
            b.png,1234,"{}",0,0,"{}","{}"
            """)) { Items = ["via_export.csv"] },
        new("Label Studio 1.13, JSON", "LabelStudio", ("project-1.json", """
            [{"id": 1, "annotations": [{"id": 1, "completed_by": 1, "result": [
              {"original_width": 400, "original_height": 300, "image_rotation": 0, "value": {"x": 25.0, "y": 16.666666666666664, "width": 50.0, "height": 33.33333333333333, "rotation": 0, "rectanglelabels": ["cat"]}, "id": "r1", "from_name": "label", "to_name": "image", "type": "rectanglelabels", "origin": "manual"},
              {"original_width": 400, "original_height": 300, "image_rotation": 0, "value": {"x": 10.0, "y": 20.0, "width": 10.0, "height": 53.333333333333336, "rotation": 0, "rectanglelabels": ["dog"]}, "id": "r2", "from_name": "label", "to_name": "image", "type": "rectanglelabels", "origin": "manual"}],
              "was_cancelled": false, "ground_truth": false, "lead_time": 7.2}], "file_upload": "1-a.png", "drafts": [], "predictions": [], "data": {"image": "/data/upload/1/1-a.png"}, "meta": {}, "project": 1}]
            """)) { Items = ["project-1.json"] },
        new("Label Studio 1.13, JSON-MIN", "LabelStudio", ("project-1-min.json", """
            [{"image": "/data/upload/1/1-a.png", "id": 1, "label": [
              {"x": 25.0, "y": 16.666666666666664, "width": 50.0, "height": 33.33333333333333, "rotation": 0, "rectanglelabels": ["cat"], "original_width": 400, "original_height": 300},
              {"x": 10.0, "y": 20.0, "width": 10.0, "height": 53.333333333333336, "rotation": 0, "rectanglelabels": ["dog"], "original_width": 400, "original_height": 300}],
              "annotator": 1, "annotation_id": 1, "lead_time": 7.2}]
            """)) { Items = ["project-1-min.json"] },
        new("Label Studio 1.13, YOLO", "Yolo", ("labels/a.txt", Yolo), ("classes.txt", "cat\ndog\n")) { Items = ["labels/a.txt"] },
        new("CVAT 2.20, CVAT for images 1.1", "Cvat", ("annotations.xml", """
            <?xml version="1.0" encoding="utf-8"?>
            <annotations>
              <version>1.1</version>
              <meta><job><id>1</id><size>1</size><mode>annotation</mode><labels><label><name>cat</name><color>#fa3253</color><type>any</type><attributes></attributes></label><label><name>dog</name></label></labels></job></meta>
              <image id="0" name="train/a.png" width="400" height="300">
                <box label="cat" source="manual" occluded="0" xtl="100.00" ytl="50.00" xbr="300.00" ybr="150.00" z_order="0"></box>
                <polygon label="dog" source="manual" occluded="0" points="40.00,60.00;80.00,100.00;60.00,220.00" z_order="0"><attribute name="age">3</attribute></polygon>
                <tag label="indoors" source="manual"></tag>
              </image>
            </annotations>
            """)) { Items = ["annotations.xml"] },
        new("CVAT 2.20, PASCAL VOC 1.1", "PascalVoc", ("Annotations/a.xml", """
            <annotation><folder></folder><filename>a.png</filename><source><database>Unknown</database></source><size><width>400</width><height>300</height><depth></depth></size><segmented>0</segmented><object><name>cat</name><truncated>0</truncated><occluded>0</occluded><difficult>0</difficult><bndbox><xmin>100.0</xmin><ymin>50.0</ymin><xmax>300.0</xmax><ymax>150.0</ymax></bndbox><attributes><attribute><name>rotation</name><value>0.0</value></attribute></attributes></object><object><name>dog</name><bndbox><xmin>40.0</xmin><ymin>60.0</ymin><xmax>80.0</xmax><ymax>220.0</ymax></bndbox></object></annotation>
            """)) { Items = ["Annotations/a.xml"] },
        new("CVAT 2.20, YOLO 1.1", "Yolo", ("obj_train_data/a.txt", Yolo), ("obj.names", "cat\ndog\n"), ("obj.data", "classes = 2\n")) { Items = ["obj_train_data/a.txt"] },
        new("CVAT 2.20, COCO 1.0", "Coco", ("annotations/instances_default.json", Coco)) { Items = ["annotations/instances_default.json"] },
        new("Datumaro 1.6, JSON", "Datumaro", ("annotations/default.json", """
            {"dm_format_version": "1.0", "media_type": 2, "infos": {}, "categories": {"label": {"labels": [{"name": "cat", "parent": "", "attributes": []}, {"name": "dog", "parent": "", "attributes": []}], "attributes": []}}, "items": [{"id": "a", "annotations": [
              {"id": 0, "type": "bbox", "attributes": {"occluded": false}, "group": 0, "label_id": 0, "z_order": 0, "bbox": [100.0, 50.0, 200.0, 100.0]},
              {"id": 1, "type": "polygon", "attributes": {}, "group": 0, "label_id": 1, "points": [40.0, 60.0, 80.0, 100.0, 60.0, 220.0], "z_order": 0},
              {"id": 2, "type": "label", "attributes": {}, "group": 0, "label_id": 1}], "image": {"path": "a.png", "size": [300, 400]}}]}
            """)) { Items = ["annotations/default.json"] },
        new("Roboflow 2024, Pascal VOC", "PascalVoc", ("train/a_png.rf.0123.xml", """
            <annotation>
            	<folder></folder>
            	<filename>a_png.rf.0123.jpg</filename>
            	<size><width>400</width><height>300</height><depth>3</depth></size>
            	<object><name>cat</name><pose>Unspecified</pose><truncated>0</truncated><difficult>0</difficult><occluded>0</occluded><bndbox><xmin>100</xmin><xmax>300</xmax><ymin>50</ymin><ymax>150</ymax></bndbox></object>
            	<object><name>dog</name><difficult>0</difficult><bndbox><xmin>40</xmin><xmax>80</xmax><ymin>60</ymin><ymax>220</ymax></bndbox><polygon><x1>40</x1><y1>60</y1><x2>80</x2><y2>220</y2></polygon></object>
            </annotation>
            """)) { Items = ["train/a_png.rf.0123.xml"] },
        new("Roboflow 2024, COCO", "Coco", ("train/_annotations.coco.json", Coco.Replace("100.0, 50.0, 200.0, 100.0", "100, 50, \"200.0\", \"100.0\"", StringComparison.Ordinal))) { Items = ["train/_annotations.coco.json"] },
        new("Roboflow 2024, YOLOv8", "Yolo", ("train/labels/a.txt", Yolo), ("data.yaml", "train: ../train/images\nval: ../valid/images\n\nnc: 2\nnames: ['cat', 'dog']\n\nroboflow:\n  workspace: w\n")) { Items = ["train/labels/a.txt"] },
        new("Roboflow 2024, YOLO Darknet", "Yolo", ("train/a.txt", Yolo), ("train/_darknet.labels", "cat\ndog\n")) { Items = ["train/a.txt"] },
        new("Roboflow 2024, Tensorflow Object Detection CSV", "Csv", ("train/_annotations.csv", """
            filename,width,height,class,xmin,ymin,xmax,ymax
            a.png,400,300,cat,100,50,300,150
            a.png,400,300,dog,40,60,80,220
            """)) { Items = ["train/_annotations.csv"] },
        new("VoTT 2.2, CSV", "Csv", ("vott-csv-export/p-export.csv", "\"image\",\"xmin\",\"ymin\",\"xmax\",\"ymax\",\"label\"\r\n\"a.png\",100,50,300,150,\"cat\"\r\n\"a.png\",40,60,80,220,\"dog\"\r\n"))
            { Items = ["vott-csv-export/p-export.csv"] },
        new("VoTT 2.2, VoTT JSON", "Vott", ("vott-json-export/p-export.json", $$$"""
            {"name": "p", "securityToken": "p Token", "videoSettings": {"frameExtractionRate": 15}, "tags": [{"name": "cat", "color": "#5db300"}, {"name": "dog", "color": "#e81123"}], "id": "x", "activeLearningSettings": {"autoDetect": false}, "version": "2.2.0", "lastVisitedAssetId": "1", "assets": {"1": {{{VottAsset}}} }}
            """)) { Items = ["vott-json-export/p-export.json"] },
        new("VoTT 2.2, an asset", "Vott", ("1-asset.json", VottAsset)) { Items = ["1-asset.json"] },
        new("VoTT 2.2, Pascal VOC", "PascalVoc", ("Annotations/a.xml", """
            <annotation verified="yes"><folder>Annotation</folder><filename>a.png</filename><path>p-PascalVOC-export/Annotations/a.png</path><source><database>Unknown</database></source><size><width>400</width><height>300</height><depth>3</depth></size><segmented>0</segmented><object><name>cat</name><pose>Unspecified</pose><truncated>0</truncated><difficult>0</difficult><bndbox><xmin>100</xmin><ymin>50</ymin><xmax>300</xmax><ymax>150</ymax></bndbox></object><object><name>dog</name><bndbox><xmin>40</xmin><ymin>60</ymin><xmax>80</xmax><ymax>220</ymax></bndbox></object></annotation>
            """)) { Items = ["Annotations/a.xml"] },
        new("RectLabel 2024, PASCAL VOC with polygon", "PascalVoc", ("annotations/a.xml", """
            <annotation><folder>images</folder><filename>a.png</filename><size><width>400</width><height>300</height><depth>3</depth></size><segmented>0</segmented><object><name>cat</name><polygon><x1>100</x1><y1>50</y1><x2>300</x2><y2>60</y2><x3>200</x3><y3>150</y3></polygon></object><object><name>dog</name><bndbox><xmin>40</xmin><ymin>60</ymin><xmax>80</xmax><ymax>220</ymax></bndbox></object></annotation>
            """)) { Items = ["annotations/a.xml"] },
        new("makesense.ai 1.11, VOC XML", "PascalVoc", ("a.xml", """
            <annotation><folder>my-project-name</folder><filename>a.png</filename><path>/my-project-name/a.png</path><source><database>Unspecified</database></source><size><width>400</width><height>300</height><depth>3</depth></size><object><name>cat</name><pose>Unspecified</pose><truncated>0</truncated><difficult>0</difficult><bndbox><xmin>100</xmin><ymin>50</ymin><xmax>300</xmax><ymax>150</ymax></bndbox></object><object><name>dog</name><bndbox><xmin>40</xmin><ymin>60</ymin><xmax>80</xmax><ymax>220</ymax></bndbox></object></annotation>
            """)) { Items = ["a.xml"] },
        new("makesense.ai 1.11, YOLO", "Yolo", ("a.txt", Yolo), ("classes.txt", "cat\ndog\n")) { Items = ["a.txt"] },
        new("makesense.ai 1.11, CSV", "Csv", ("labels.csv", """
            label_name,bbox_x,bbox_y,bbox_width,bbox_height,image_name,image_width,image_height
            cat,100,50,200,100,a.png,400,300
            dog,40,60,40,160,a.png,400,300
            """)) { Items = ["labels.csv"] },
        new("Darknet, obj.names", "Yolo", ("data/obj/a.txt", Yolo), ("data/obj.names", "cat\ndog\n"), ("data/train.txt", "data/obj/a.png\n")) { Items = ["data/obj/a.txt", "data/train.txt"] },
        new("Ultralytics 8.3, dataset", "Yolo", ("labels/train/a.txt", Yolo), ("data.yaml", "path: ../datasets/pets\ntrain: images/train\nval: images/val\nnames:\n  0: cat\n  1: dog\n")) { Items = ["labels/train/a.txt"] },
        new("COCO api 2.0, instances", "Coco", ("instances_train2017.json", Coco)) { Items = ["instances_train2017.json"] },
        new("KITTI 2012, label_2", "Kitti", ("label_2/a.txt", """
            Cat 0.00 0 -1.57 100.00 50.00 300.00 150.00 1.57 1.73 4.15 1.00 1.75 13.22 1.62
            Dog 0.00 0 -1.57 40.00 60.00 80.00 220.00 1.57 1.73 4.15 1.00 1.75 13.22 1.62
            """)) { Items = ["label_2/a.txt"] },
        new("Open Images V7, boxes", "OpenImages", ("oidv6-train-annotations-bbox.csv", """
            ImageID,Source,LabelName,Confidence,XMin,XMax,YMin,YMax,IsOccluded,IsTruncated,IsGroupOf,IsDepiction,IsInside
            a,xclick,/m/01yrx,1,0.25,0.75,0.166666666666,0.5,0,0,0,0,0
            a,xclick,/m/0bt9lr,1,0.1,0.2,0.2,0.733333333333,0,0,0,0,0
            """)) { Items = ["oidv6-train-annotations-bbox.csv"], Classes = "/m/01yrx (1), /m/0bt9lr (1)" },
        new("TensorFlow Object Detection API, xml_to_csv.py", "Csv", ("train_labels.csv", "filename,width,height,class,xmin,ymin,xmax,ymax\na.png,400,300,cat,100,50,300,150\na.png,400,300,dog,40,60,80,220\n")) { Items = ["train_labels.csv"] },
        new("TensorFlow Object Detection API, records", "TfRecord")
        {
            Items = ["train.record"],
            Binary = TfRecordWriter.Write(TfExamples.Image("a.png", 400, 300, ("cat", 0.25f, 50 / 300f, 0.75f, 0.5f), ("dog", 0.1f, 0.2f, 0.2f, 220 / 300f))),
        },
    ];

    /// <summary>Exports that aren't read, and how the one line begins that says so.</summary>
    public static IReadOnlyList<(string Tool, string Path, string Content, string Says)> Refused { get; } =
    [
        ("Supervisely 6", "a.png.json", """{"description": "", "tags": [], "size": {"height": 300, "width": 400}, "objects": [{"classTitle": "cat", "geometryType": "rectangle", "points": {"exterior": [[100, 50], [300, 150]], "interior": []}}]}""", "error AFB2100: the file is in Supervisely's format"),
        ("BDD100K", "a.json", """[{"name": "a.jpg", "labels": []}]""", "error AFB2100: the file is in BDD100K's format"),
        ("dlib's imglab 1.18", "a.xml", "<?xml version='1.0' encoding='ISO-8859-1'?>\n<dataset><name>d</name><images><image file='a.png'><box top='50' left='100' width='200' height='100'><label>cat</label></box></image></images></dataset>", "error AFB2004: the file is of dlib's imglab (its root element is 'dataset')"),
        ("CVAT 2.20, CVAT for video 1.1", "annotations.xml", "<annotations><version>1.1</version><track id=\"0\" label=\"cat\"><box frame=\"0\" xtl=\"1\" ytl=\"2\" xbr=\"3\" ybr=\"4\"/></track></annotations>", "error AFB2230: the file is 'CVAT for video'"),
        ("VisDrone 2019, DET", "a.txt", "684,8,273,116,0,0,0,0\n406,119,265,70,0,0,0,0\n", "error AFB2160: the fields are separated by commas, as VisDrone has them"),
        ("VisDrone 2019, DET with a comma at the end", "a.txt", "684,8,273,116,1,4,0,0,\n", "error AFB2160: the fields are separated by commas, as VisDrone has them"),
        ("MOT Challenge 17", "gt.txt", "1,2,1338,418,167,379,1,1,0.99\n2,2,1342,417,168,380,1,1,0.98\n", "error AFB2160: the fields are separated by commas, as MOT has them"),
        ("DOTA 1.5", "P0003.txt", "imagesource:GoogleEarth\ngsd:0.115726939386\n937.0 913.0 921.0 912.0 923.0 874.0 940.0 875.0 small-vehicle 0\n", "error AFB2160: the lines are those of DOTA"),
        ("DOTA 2.0", "P0003.txt", "937.0 913.0 921.0 912.0 923.0 874.0 940.0 875.0 small-vehicle 0\n", "error AFB2160: the lines are those of DOTA"),
        ("ICDAR 2015", "gt_img_1.txt", "377,117,463,117,465,130,378,130,Genaxis Theatre\n493,115,519,115,519,131,493,131,[06]\n", "error AFB2160: the fields are separated by commas, as ICDAR has them"),
        ("ICDAR 2013", "gt_100.txt", "38, 43, 920, 215, \"Tiredness\"\n275, 264, 665, 450, \"kills\"\n", "error AFB2160: the fields are separated by commas, as ICDAR has them"),
        ("WIDER FACE 1.0", "wider_face_train_bbx_gt.txt", "0--Parade/0_Parade_marchingband_1_849.jpg\n1\n449 330 122 149 0 0 0 0 0 0\n", "error AFB2160: the lines are those of WIDER FACE"),
        ("OIDv4 toolkit", "000a1249af2bc5f0.txt", "Traffic light 123.5 10.25 180.0 99.0\nCar 3.0 4.0 50.0 60.0\n", "error AFB2160: the lines are those of OIDv4"),
        ("YOLO with commas", "a.txt", "0,0.5,0.5,0.2,0.3\n", "error AFB2160: the fields are separated by commas, while"),
        ("YOLO with vertical bars", "a.txt", "0|0.5|0.5|0.2|0.3\n", "error AFB2160: the fields are separated by vertical bars, while"),
        ("YOLO with decimal commas", "a.txt", "0 0,5 0,5 0,2 0,3\n1 0,25 0,5 0,2 0,3\n", "error AFB2160: the numbers have decimal commas, while"),
        ("YOLO with names", "a.txt", "cat 0.5 0.5 0.2 0.3\nfire truck .5 .5 .3 .2\n", "error AFB2160: the lines begin with the names of classes in place of their numbers, while"),
        ("YOLO without classes", "a.txt", "0.5 0.5 0.2 0.3\n0.25 0.5 0.2 0.3\n", "error AFB2160: the lines have four numbers and no class, while"),
        ("Four edges and a class", "a.txt", "10 20 30 40 cat\n", "error AFB2160: the lines are four edges in pixels and a class, while"),
        ("keras-yolo3", "train.txt", "img/a.jpg 1,2,30,40,0 5,6,70,80,1\nimg/b.jpg 1,2,50,60,1\n", "error AFB2160: the lines are those of keras-yolo3"),
        ("keras-retinanet 1.0, without header", "a.txt", "img/a.jpg,1,2,30,40,cat\nimg/b.jpg,1,2,50,60,dog\n", "error AFB2160: the fields are separated by commas, as keras-retinanet has them"),
        ("VGG Image Annotator 3, CSV", "via.csv", "# Exported using VGG Image Annotator (http://www.robots.ox.ac.uk/~vgg/software/via)\n# CSV_HEADER = metadata_id,file_list,flags\n", "error AFB2140: the table is of the VGG Image Annotator 3"),
        ("VGG Image Annotator 3, project", "via.json", """{"project": {"pid": "p", "data_format_version": "3.1.1"}, "config": {}, "attribute": {}, "file": {}, "metadata": {}, "view": {}}""", "error AFB2100: the file is a project of the VGG Image Annotator 3"),
        ("YOLO with semicolons", "a.txt", "0;0.5;0.5;0.2;0.3\n", "error AFB2160: the fields are separated by semicolons, while"),
    ];

    private const string Yolo = "0 0.5 0.333333333333 0.5 0.333333333333\n1 0.15 0.466666666667 0.1 0.533333333333\n";

    private const string Coco = """
        {"licenses": [{"name": "", "id": 0, "url": ""}], "info": {"description": ""}, "categories": [{"id": 1, "name": "cat", "supercategory": ""}, {"id": 2, "name": "dog", "supercategory": ""}], "images": [{"id": 1, "width": 400, "height": 300, "file_name": "a.png", "license": 0}], "annotations": [
          {"id": 1, "image_id": 1, "category_id": 1, "segmentation": [], "area": 20000.0, "bbox": [100.0, 50.0, 200.0, 100.0], "iscrowd": 0},
          {"id": 2, "image_id": 1, "category_id": 2, "segmentation": [], "area": 6400.0, "bbox": [40.0, 60.0, 40.0, 160.0], "iscrowd": 0}]}
        """;

    private const string ViaImages = """
        {"a.png1234": {"filename": "a.png", "size": 1234, "regions": [{"shape_attributes": {"name": "rect", "x": 100, "y": 50, "width": 200, "height": 100}, "region_attributes": {"class": "cat"}}, {"shape_attributes": {"name": "polygon", "all_points_x": [40, 80, 60], "all_points_y": [60, 100, 220]}, "region_attributes": {"class": "dog"}}], "file_attributes": {}}}
        """;

    private const string VottAsset = """
        {"asset": {"format": "png", "id": "1", "name": "a.png", "path": "file:/home/me/a.png", "size": {"width": 400, "height": 300}, "state": 2, "type": 1}, "regions": [{"id": "r", "type": "RECTANGLE", "tags": ["cat"], "boundingBox": {"height": 100, "width": 200, "left": 100, "top": 50}, "points": [{"x": 100, "y": 50}, {"x": 300, "y": 150}]}, {"id": "s", "type": "POLYGON", "tags": ["dog"], "points": [{"x": 40, "y": 60}, {"x": 80, "y": 100}, {"x": 60, "y": 220}]}], "version": "2.2.0"}
        """;
}
